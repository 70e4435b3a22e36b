import { quantile } from '#core/domain/quantile.ts'
import { wilsonShare } from '#core/domain/wilson-share.ts'
import type { TrendDay, TrendsAnswer } from './insight-answers.ts'
import { queueStateOf } from './queue-state.ts'
import type { ReviewEntry } from './review-entry.ts'

/** What is counted of an answer. */
type Counted = Pick<
  ReviewEntry,
  | 'askedAt'
  | 'intents'
  | 'outcome'
  | 'withheld'
  | 'feedback'
  | 'firstSentenceMs'
  | 'reasons'
  | 'judgments'
  | 'isForTwo'
>

/** What drivers ask and how it goes, of the answers of some days. */
export function trendsOf(entries: readonly Counted[]): Omit<TrendsAnswer, 'from' | 'to' | 'isCut'> {
  const notInData = entries.filter(({ outcome }) => outcome === 'not-in-data')
  const judged = entries.filter(isJudged)
  const days = Map.groupBy(entries, ({ askedAt }) => askedAt.slice(0, 10))
  return {
    questions: entries.length,
    intents: counted(entries.flatMap(({ intents }) => intents)),
    notInData: counted(notInData.flatMap(({ intents }) => intents)),
    outcomes: counted(entries.map(({ outcome }) => outcome)),
    withheld: counted(entries.flatMap(({ withheld }) => withheld)),
    right: wilsonShare(judged.filter(isRight).length, judged.length),
    firstSentenceMs: latencyOf(entries),
    days: [...days]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, ofDay]) => dayOf(day, ofDay)),
  }
}

function dayOf(day: string, entries: readonly Counted[]): TrendDay {
  const judged = entries.filter(isJudged)
  return {
    day,
    questions: entries.length,
    notInData: entries.filter(({ outcome }) => outcome === 'not-in-data').length,
    withheld: entries.reduce((sum, { withheld }) => sum + withheld.length, 0),
    flagged: entries.filter(({ feedback }) => feedback !== null && feedback.verdict !== 'helpful')
      .length,
    judged: judged.length,
    right: judged.filter(isRight).length,
    firstSentenceMs: latencyOf(entries),
  }
}

/** Half judged is not judged: a second opinion is given without the first. */
function isJudged(entry: Counted): boolean {
  return queueStateOf(entry) === 'judged'
}

/** The newest judgment counts. */
function isRight({ judgments }: Counted): boolean {
  return judgments.at(-1)?.verdict === 'right'
}

function counted(names: readonly string[]): { name: string; n: number }[] {
  return [...Map.groupBy(names, (name) => name)]
    .map(([name, all]) => ({ name, n: all.length }))
    .toSorted((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1))
}

function latencyOf(entries: readonly Counted[]): TrendDay['firstSentenceMs'] {
  const times = entries.flatMap(({ firstSentenceMs }) => firstSentenceMs ?? [])
  if (times.length === 0) return { n: 0, p50: null, p95: null }
  return { n: times.length, p50: quantile(times, 0.5), p95: quantile(times, 0.95) }
}
