import { lapSpan } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { steps } from '#core/composer/coaching-steadiness.ts'
import { exact, fact, note } from '#core/composer/say.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import { computedFact } from '../computed-fact.ts'
import type { CarQuestion, Written } from './car-answer.ts'
import { gapBetween, quickerOrSlower } from './counted-words.ts'
import { selectLaps } from './lap-selection.ts'
import { fieldSentence } from './development.ts'
import { notWithoutPace } from './few-green-laps.ts'

/** Laps with a corrected time, in order. */
function correctedLaps({ pattern }: CoachedCar): readonly LapEntry[] {
  return Object.values(pattern.laps).filter(({ correctedMs }) => correctedMs.lap !== undefined)
}

/** Fewest laps of a part whose median is worth comparing. */
const fewestLaps = 3

/** A race in parts: steps that the laps support, then the part that was asked for against the rest. */
export function phases({ ask, car }: CarQuestion): Written {
  const laps = correctedLaps(car)
  const stepsTold = steps(car).map(({ sentence }) => sentence)
  const restart = /restart|yellow|caution|safety/i.test(ask.part.text)
    ? restartSplit(car, laps)
    : undefined
  const [before, after] = restart ?? halvesOf(ask.part.text, laps)
  const compared = compareParts(car, before, after)
  if (compared === undefined) return notWithoutPace(car)
  const noRestart = /restart|yellow|caution|safety/i.test(ask.part.text) && restart === undefined
  return {
    sentences: [
      noRestart
        ? note`There is no restart with enough green laps on both sides, so these are the two halves.`
        : undefined,
      compared.sentence,
      ...(stepsTold.length > 0
        ? stepsTold
        : [note`Nothing in your laps supports a step in the pace: it is one phase.`]),
      fieldSentence(car),
    ],
    computed: compared.computed,
    asked: compared.asked,
    suggestions: ['Did I fade?', 'Did I have a good run of laps?', 'How consistent am I?'],
  }
}

type Parts = readonly [readonly LapEntry[], readonly LapEntry[]]

/** Halves; the first and last third where start and end are asked for. */
function halvesOf(text: string, laps: readonly LapEntry[]): Parts {
  const isEnds = /start|middle|end\b|early|late|opening|last laps|third/i.test(text)
  const size = isEnds ? Math.floor(laps.length / 3) : Math.floor(laps.length / 2)
  return [laps.slice(0, size), laps.slice(isEnds ? laps.length - size : size)]
}

/** The green laps before and after the last restart. */
function restartSplit({ pattern }: CoachedCar, laps: readonly LapEntry[]): Parts | undefined {
  const restart = Object.values(pattern.laps).findLast(({ excludedBecause }) =>
    excludedBecause.includes('restart'),
  )
  if (restart === undefined) return undefined
  const parts: Parts = [
    laps.filter(({ lap }) => lap < restart.lap),
    laps.filter(({ lap }) => lap > restart.lap),
  ]
  return parts.every(({ length }) => length >= fewestLaps) ? parts : undefined
}

/** The medians of two parts of the race, the track taken out: the later against the earlier. */
function compareParts(car: CoachedCar, before: readonly LapEntry[], after: readonly LapEntry[]) {
  if (Math.min(before.length, after.length) < fewestLaps) return undefined
  const of = (laps: readonly LapEntry[], which: string) => {
    const times = laps.map(({ lap }) => car.own(`laps.${lap}.correctedMs.lap`))
    const label = `Car ${car.pattern.car}, ${which}`
    return {
      span: lapSpan(car.own(`laps.${laps[0]?.lap}.lap`), car.own(`laps.${laps.at(-1)?.lap}.lap`)),
      n: computedFact('count', times, 'count', `${label}: green laps`),
      median: computedFact('median', times, 'lap-time', `${label}: median, the track taken out`),
    }
  }
  const [early, late] = [of(before, 'earlier laps'), of(after, 'later laps')]
  const gap = gapBetween(
    late.median,
    early.median,
    `Car ${car.pattern.car}, later laps against earlier ones`,
  )
  const way = quickerOrSlower(gap)
  const than = way === 'level' ? 'level with' : [way, ' than']
  return {
    computed: [early.n, early.median, late.n, late.median, gap],
    asked: [gap],
    sentence: fact`On ${late.span} you were ${than} on ${early.span}, the track taken out: medians over ${exact(late.n)} and ${exact(early.n)} green laps.`,
  }
}

/**
 * Of two stretches of the race ("first half against second half", "the last five laps") whether the later one was
 * quicker; of other chosen laps whether their later half was.
 */
export function halvesOver({ ask, car }: CarQuestion): Written {
  const { scope } = ask.part
  const stretches = stretchesNamed(ask.part)
  const { fromLap: _, toLap: __, ...rest } = scope.filter ?? {}
  const selection = selectLaps(car, stretches === undefined ? scope : { ...scope, filter: rest })
  const laps = selection.laps.filter(({ correctedMs }) => correctedMs.lap !== undefined)
  const half = Math.floor(laps.length / 2)
  const parts: Parts =
    stretches === undefined
      ? [laps.slice(0, half), laps.slice(half)]
      : [
          laps.filter(({ lap }) => lap <= stretches.endOfFirst),
          laps.filter(({ lap }) => lap >= stretches.startOfSecond),
        ]
  const compared = compareParts(car, ...parts)
  if (compared === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [
        note`The laps you chose are too few to set one part of them beside the other.`,
        ...selection.notes,
      ],
      suggestions: ['And over all laps?', 'How is my pace?'],
    }
  return {
    sentences: [
      compared.sentence,
      stretches === undefined
        ? note`Those are the two halves of the green laps you chose; a trend beyond chance is only told of the whole race.`
        : note`A trend beyond chance is only told of the whole race.`,
      ...selection.notes,
    ],
    computed: compared.computed,
    asked: compared.asked,
    suggestions: ['And over all laps?', 'How is my pace?'],
  }
}

/** Two stretches that are named beside each other leave no lap between them; one that is named stands beside the rest. */
function stretchesNamed({ intent, text, scope: { filter } }: CarQuestion['ask']['part']) {
  const { fromLap: from, toLap: to } = filter ?? {}
  if (from !== undefined && to !== undefined)
    return from > to ? { endOfFirst: to, startOfSecond: from } : undefined
  if (intent !== 'phases' || !/\b(?:half|third|quarter|laps)\b/i.test(text)) return undefined
  if (from !== undefined) return { endOfFirst: from - 1, startOfSecond: from }
  return to === undefined ? undefined : { endOfFirst: to, startOfSecond: to + 1 }
}
