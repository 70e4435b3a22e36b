import { formatDate } from '#core/domain/date-text.ts'
import { type Answer, type Entry, standingCorrection, textOf } from './turn.ts'

/** What a sentence is, where it is no plain fact: said before it, in every form. */
const kindWords = {
  hypothesis: 'Hypothesis, not in the timing',
  action: 'Next race run',
  /** Of what the timing does not have: what to record. */
  toKnow: 'To know it next time',
} as const

/** An answer line by line, for who copies it, saves it or hears it. */
export function linesOf(answer: Answer): readonly string[] {
  const correction = standingCorrection(answer)
  const corrected =
    correction === undefined ? [] : [`${correctedBy(correction)}: ${textOf(correction)}`]
  return [...answer.entries.map((entry) => lineOf(entry, answer)), ...corrected]
}

function lineOf(entry: Entry, { end }: Answer): string {
  if (entry.type === 'withheld') return `[A sentence was withheld. ${entry.reason}]`
  const label = labelOf(entry.kind, end?.outcome)
  return label === undefined ? textOf(entry) : `${label}: ${textOf(entry)}`
}

/** The words over a sentence of a kind; undefined where it speaks for itself. */
export function labelOf(
  kind: Extract<Entry, { type: 'sentence' }>['kind'],
  outcome: string | undefined,
): string | undefined {
  if (kind === 'hypothesis') return kindWords.hypothesis
  if (kind !== 'action') return undefined
  return outcome === 'not-in-data' ? kindWords.toKnow : kindWords.action
}

/** 'Corrected by Coach A, 23 November 2026' */
export function correctedBy({
  coach,
  at,
}: {
  readonly coach: string
  readonly at: string
}): string {
  return `Corrected by ${coach}, ${formatDate(at.slice(0, 10))}`
}
