import type { CoachedCar } from '#core/composer/coached-car.ts'
import { steps, whatTheFieldDid } from '#core/composer/coaching-steadiness.ts'
import { countCited, lapSpan } from '#core/composer/cited-names.ts'
import { exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../computed-fact.ts'
import type { CarQuestion, Written } from './car-answer.ts'
import { gapBetween, quickerOrSlower } from './counted-words.ts'
import { withoutPace } from './where-time.ts'

/** Faster or slower through the race, against the field (D16); the plain slope of D7 beside. */
export function trend({ car }: CarQuestion): Written {
  const { own, pattern } = car
  const next = [
    'First half against second half?',
    'Did I have a good run of laps?',
    'How consistent am I?',
  ]
  const plain = plainSlope(car)
  if (pattern.trend === null)
    return {
      outcome: plain === undefined ? 'not-in-data' : 'answered',
      sentences: [
        note`You have ${countCited(own('cleanLaps'), 'green lap')}: too few for a trend against the field, it takes eight.`,
        plain,
      ],
      also: [own('cleanLaps')],
      suggestions: ["Which laps don't count?", 'What was my best lap?'],
    }
  return {
    sentences: [
      trendSentence(car),
      fieldSentence(car),
      plain,
      note`A trend is no cause: tyres, traffic and the driver all move it.`,
    ],
    asked: [own('trend.slopeMsPerLap'), own('trend.verdict')],
    also: [own('trend.n'), own('trend.lowMs'), own('trend.highMs')],
    suggestions: next,
  }
}

function trendSentence({ own, pattern }: CoachedCar): Sentence {
  const slope = short(own('trend.slopeMsPerLap'))
  const laps = countCited(own('trend.n'), 'green lap')
  switch (pattern.trend?.verdict) {
    case 'improving':
      return fact`You gained ${slope} on the field over ${laps}, beyond chance.`
    case 'fading':
      return fact`You lost ${slope} to the field over ${laps}, beyond chance.`
    default:
      return fact`You held your pace against the field: no trend beyond chance over ${laps}; anything from ${towards(own('trend.lowMs'))} to ${towards(own('trend.highMs'))} fits your laps.`
  }
}

/** "0.02 s a lap gained", "0.04 s a lap lost" */
function towards(slope: Fact): Piece {
  const ms = Number(slope.value)
  return [exact(slope), ms < 0 ? ' gained' : ' lost']
}

function fieldSentence(car: CoachedCar): Sentence | undefined {
  const change = car.weather.field[car.key]?.trackChange
  if (!change) return undefined
  const at = `field.${car.key}.trackChange`
  return fact`The field itself was slowest on ${exact(car.day(`${at}.slowestLap`))} and quickest on ${exact(car.day(`${at}.quickestLap`))}, ${short(car.day(`${at}.rangeMs`))} apart.`
}

function plainSlope({ own, pattern }: CoachedCar): Sentence | undefined {
  const ms = pattern.clean.slopeMsPerLap
  if (ms === null) return undefined
  if (Math.abs(ms) < 0.5) return note`As driven, the track and all, your laps stayed level.`
  return note`As driven, the track and all, your laps became ${exact(own('clean.slopeMsPerLap'))} ${ms < 0 ? 'quicker' : 'slower'}.`
}

/** Laps with a corrected time, in order. */
export function correctedLaps({ pattern }: CoachedCar): readonly LapEntry[] {
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
  if (compared === undefined) return withoutPace(car)
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
      field(car),
    ],
    computed: compared.computed,
    asked: compared.asked,
    suggestions: ['Did I fade?', 'Did I have a good run of laps?', 'How consistent am I?'],
  }
}

function field(car: CoachedCar): Sentence | undefined {
  const [, ...rest] = [whatTheFieldDid(car)].flat()
  return rest.length === 0 ? undefined : fieldSentence(car)
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

/** The longest runs of laps quicker than the own pace, within half a percent of it, and slower than it. */
export function streaks({ car }: CarQuestion): Written {
  const { own, pattern } = car
  if (pattern.lap.paceMs === null) return withoutPace(car)
  const bad = slowRun(car)
  const run = (streak: 'quickStreak' | 'evenStreak') =>
    pattern[streak] === null ? undefined : lapSpan(own(`${streak}.fromLap`), own(`${streak}.toLap`))
  const quick = run('quickStreak')
  const even = run('evenStreak')
  return {
    sentences: [
      quick === undefined
        ? note`You had no run of laps quicker than your own pace.`
        : fact`Your longest run quicker than your own pace was ${quick}: ${countCited(own('quickStreak.laps'), 'lap')} in a row.`,
      even === undefined
        ? undefined
        : fact`The longest within half a percent of it was ${even}: ${countCited(own('evenStreak.laps'), 'lap')}.`,
      bad?.sentence,
      note`All with the track taken out; a lap that does not count ends a run.`,
    ],
    computed: [bad?.n],
    asked: [
      pattern.quickStreak === null ? undefined : own('quickStreak.laps'),
      pattern.evenStreak === null ? undefined : own('evenStreak.laps'),
    ],
    suggestions: ['First half against second half?', 'Did I fade?', 'How consistent am I?'],
  }
}

function slowRun(car: CoachedCar) {
  const paceMs = car.pattern.lap.paceMs ?? Infinity
  let best: LapEntry[] = []
  let run: LapEntry[] = []
  for (const lap of Object.values(car.pattern.laps)) {
    const { lap: corrected = -Infinity } = lap.correctedMs
    run = corrected > paceMs ? [...run, lap] : []
    if (run.length > best.length) best = run
  }
  const [first, last] = [best[0], best.at(-1)]
  if (first === undefined || last === undefined || best.length < 2) return undefined
  const times = best.map(({ lap }) => car.own(`laps.${lap}.correctedMs.lap`))
  const n = computedFact(
    'count',
    times,
    'count',
    `Car ${car.pattern.car}: longest run slower than the own pace`,
  )
  return {
    n,
    sentence: fact`The longest run slower than it was ${lapSpan(car.own(`laps.${first.lap}.lap`), car.own(`laps.${last.lap}.lap`))}: ${countCited(n, 'lap')}.`,
  }
}
