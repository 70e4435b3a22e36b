import { countCited, lapSpan } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact } from '../../computed-fact.ts'
import { askWhat } from './ask-what.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { said, tooFew } from './chosen-laps.ts'
import { comparedWith } from './lap-in-words.ts'
import { gapBetween } from '../counted-words.ts'
import { lapNumberOf, lapOf, wantedTimes } from './wanted-times.ts'

const mostListed = 6

/** So many green laps in a row with the quickest mean: where, and what they were. */
export function bestRun(question: CarQuestion): Written {
  const { ask, car } = question
  const { wanted } = ask.part
  if (wanted?.as !== 'row')
    return askWhat(
      'How many laps in a row?',
      'What were my best 3 laps in a row?',
      'What were my best 5 laps in a row?',
      'What were my best 10 laps in a row?',
    )
  const { laps, end } = wanted
  const chosen = wantedTimes(question)
  const [run] = runsOf(chosen.times, laps).toSorted((a, b) =>
    end === 'best' ? a.sum - b.sum : b.sum - a.sum,
  )
  const [first, last] = [run?.times[0], run?.times.at(-1)]
  if (run === undefined || first === undefined || last === undefined) {
    const few = tooFew(question, chosen.selection)
    return {
      ...few,
      sentences: [
        note`There is no run of so many green laps one after the other${said(chosen.selection)}.`,
        ...few.sentences.slice(1),
      ],
    }
  }
  const label = `${chosen.label}, best run`
  const mean = computedFact('mean', run.times, chosen.kind, `${label}: mean`)
  const n = computedFact('count', run.times, 'count', `${label}: how many`)
  const all = computedFact('mean', chosen.times, chosen.kind, `${chosen.label}: mean`)
  const gap = gapBetween(mean, all, `${label} against all`)
  const count = computedFact('count', chosen.times, 'count', `${chosen.label}: how many`)
  const which = end === 'best' ? 'best' : 'slowest'
  const times = listed(run.times.map((time): Piece => exact(time)))
  return {
    sentences: [
      fact`The mean of your ${which} ${exact(n)} green laps in a row${chosen.where}${said(chosen.selection)} was ${exact(mean)}, on ${lapSpan(lapOf(car, first), lapOf(car, last))}, as driven.`,
      run.times.length > mostListed ? undefined : fact`They were ${times}.`,
      fact`That is ${comparedWith(gap, 'your mean')} over all ${countCited(count, 'green lap')}${said(chosen.selection)}.`,
      ...chosen.selection.notes,
    ],
    computed: [mean, n, all, gap, count],
    asked: [mean, lapOf(car, first), lapOf(car, last)],
    suggestions: [
      'Did I have a good run of laps?',
      'How consistent am I?',
      'What was my best lap?',
    ],
  }
}

/** All runs of so many laps with nothing between. */
function runsOf(times: readonly Fact[], laps: number) {
  return times.flatMap((first, at) => {
    const run = times.slice(at, at + laps)
    const span = Number(lapNumberOf(run.at(-1)?.id ?? '')) - Number(lapNumberOf(first.id))
    if (run.length < laps || span !== laps - 1) return []
    return [{ times: run, sum: run.reduce((sum, { value }) => sum + Number(value), 0) }]
  })
}
