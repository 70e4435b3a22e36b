import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact } from '../../computed-fact.ts'
import { differenceOf, lapsOf } from '../in-race.ts'
import { fewestLaps, speedsOf } from '../pace/speeds.ts'

/** A figure by which the field is put in order; undefined for a car that lacks it. */
export type Order = {
  readonly of: (car: CoachedCar) => Fact | undefined
  readonly words: string
  /** For counting: "had a quicker …". */
  readonly better: string
  /** Larger is better, as for a score. */
  readonly isUp?: boolean
  /** What orders cars of the same value, the smallest first. */
  readonly among?: (car: CoachedCar) => Fact | undefined
  /** A figure that goes with it and of which the first ones may have the same. */
  readonly beside?: (car: CoachedCar) => Fact | undefined
  /** How a signed value is told. */
  readonly told?: (value: Fact) => Piece
}

/** Cars with fewer green laps have no figure over them that is worth a place in an order. */
const leastLaps = 5

const own =
  (field: string, value: (car: CoachedCar['pattern']) => number | null | undefined) =>
  (car: CoachedCar): Fact | undefined =>
    (value(car.pattern) ?? null) === null ? undefined : car.own(field)

const overGreen = (figure: 'meanMs' | 'medianMs' | 'stdMs') =>
  own(`clean.${figure}`, ({ clean }) => (clean.n >= leastLaps ? clean[figure] : null))

export const byPace: Order = {
  of: own('lap.paceMs', ({ lap }) => lap.paceMs),
  words: 'By pace, the track taken out',
  better: 'had a quicker pace',
}

const byBest: Order = {
  of: own('bestLap.lapTimeMs', ({ bestLap }) => bestLap?.lapTimeMs),
  words: 'By best lap',
  better: 'had a quicker best lap',
}

const scoreOf = own('consistencyScore', ({ consistencyScore }) => consistencyScore)
const steadinessOf = own('steadyMs', ({ steadyMs }) => steadyMs)

const bySteadiness: Order = {
  of: steadinessOf,
  words: 'By steadiness, the range that holds half of the laps',
  better: 'were steadier',
  told: (value) => ['±', exact(value)],
  beside: scoreOf,
}

const byTopSpeed: Order = {
  of: (car) => speedsOf(car, () => true).toSorted((a, b) => Number(b.value) - Number(a.value))[0],
  words: 'By the highest reading at the speed trap',
  better: 'had a higher one',
  isUp: true,
}

const byMedianSpeed: Order = {
  of: (car) => {
    const speeds = speedsOf(car, ({ isClean }) => isClean)
    return speeds.length < fewestLaps
      ? undefined
      : computedFact('median', speeds, 'speed', `Car ${car.pattern.car}: median speed at the trap`)
  },
  words: 'By the median reading at the speed trap over green laps',
  better: 'had a higher one',
  isUp: true,
}

const bySlowestLap: Order = {
  of: (car) => greenTimes(car).toSorted((a, b) => Number(b.value) - Number(a.value))[0],
  words: 'By the slowest green lap',
  better: 'had a quicker one',
}

/** What the words call progress: the last green lap beside the first. */
const byChange: Order = {
  of: (car) => {
    const times = greenTimes(car)
    const [first] = times
    const last = times.at(-1)
    if (first === undefined || last === undefined || times.length < leastLaps) return undefined
    return differenceOf(last, first, `Car ${car.pattern.car}: last green lap less the first`)
  },
  words: "By the last green lap against the first, the track's change in it",
  better: 'improved more',
  told: (value) => [exact(value), Number(value.value) < 0 ? ' quicker' : ' slower'],
}

const byTrend: Order = {
  of: own('trend.slopeMsPerLap', ({ trend }) => trend?.slopeMsPerLap),
  words: 'By the trend against the field',
  better: 'had a better one',
  told: (value) => [exact(value), Number(value.value) < 0 ? ' gained' : ' lost'],
}

const orders: Readonly<Record<string, Order>> = {
  pace: byPace,
  best: byBest,
  mean: {
    of: overGreen('meanMs'),
    words: 'By the average of the green laps, cars with enough of them',
    better: 'had a quicker average',
  },
  median: {
    of: overGreen('medianMs'),
    words: 'By the median of the green laps, cars with enough of them',
    better: 'had a quicker median',
  },
  ideal: {
    of: own('idealLapMs', ({ idealLapMs }) => idealLapMs),
    words: 'By the own best sections put together',
    better: 'had a quicker one',
  },
  'gap-to-composite': {
    of: own('gapToCompositeMs', ({ gapToCompositeMs }) => gapToCompositeMs),
    words: 'By best lap against the best-case composite',
    told: (value) => [exact(value), Number(value.value) < 0 ? ' under it' : ' off it'],
    better: 'were nearer',
  },
  potential: {
    of: own('potentialMs', ({ potentialMs }) => potentialMs),
    words: 'By potential, from the best lap to the own best sections put together',
    better: 'had less of it',
  },
  steadiness: bySteadiness,
  spread: bySteadiness,
  std: {
    of: overGreen('stdMs'),
    words: 'By the standard deviation of the green laps, cars with enough of them',
    better: 'had a smaller one',
  },
  'consistency-score': {
    of: scoreOf,
    words: 'By consistency score, equal ones by steadiness',
    among: steadinessOf,
    beside: scoreOf,
    better: 'had a higher score',
    isUp: true,
  },
  'top-speed': byTopSpeed,
  trend: byTrend,
}

const byWords: readonly (readonly [RegExp, Order])[] = [
  [
    /\b(?:improv\w*|progress\w*|gain\w*|develop\w*|got (?:quicker|faster|better)).*\b(?:first|start|begin\w*|early)\b|\bfirst\b.*\b(?:last|final)\b/i,
    byChange,
  ],
  [
    /\b(?:consisten\w*|inconsisten\w*|erratic|regular|scruff\w*|mess\w*|untid\w*|tid(?:y|ier|iest)|even(?:est)?|smooth\w*|metronom\w*|all over|ragged\w*|wild\w*)\b/i,
    bySteadiness,
  ],
  [/\bstead\w*/i, bySteadiness],
  [/\bvar(?:y|ied|ies|iation|iable)\b/i, orders['std'] ?? bySteadiness],
  [/\b(?:trap|top speed|kph|km\/?h|mph|v ?max|straights?|straight[- ]?line)\b/i, byTopSpeed],
  [/\b(?:improv\w*|fad\w*|dropp?\w* off|trend)\b/i, byTrend],
  [/\b(?:worst|slowest) (?:green )?laps?\b/i, bySlowestLap],
  [/\b(?:best|fastest|quickest) lap|lap times?\b/i, byBest],
]

const ofSpeeds = /\b(?:median|typical|average|mean|normal)\b.*\b(?:trap|speeds?|kph|km\/?h)\b/i

/** "Fastest" is the best lap only where nothing else is named. */
const isLoose = (figure: string | undefined) => figure === undefined || figure === 'best'

/** "Who was closest to his ideal lap?" */
const fromOwnBest =
  /\b(?:clos(?:e|est|er)|near(?:est|er)?|off|away|from|furthest|far) (?:to|from|off)?\b/i

/** The order that the words ask for: by the figure that is named, else by pace. */
export function orderAsked(figure: string | undefined, text: string): Order {
  const isScore = figure !== 'consistency-score' || /\bscores?\b|\bscale\b/i.test(text)
  const named = figure === undefined ? undefined : isScore ? orders[figure] : bySteadiness
  if (ofSpeeds.test(text)) return byMedianSpeed
  if (figure === 'ideal' && fromOwnBest.test(text)) return orders['potential'] ?? byPace
  const worded = byWords.find(([pattern]) => pattern.test(text))?.[1]
  return (isLoose(figure) ? (worded ?? named) : (named ?? worded)) ?? byPace
}

function greenTimes(car: CoachedCar): readonly Fact[] {
  return lapsOf(car.pattern)
    .filter(({ isClean, timeMs }) => isClean && timeMs.lap !== undefined)
    .map(({ lap }) => car.own(`laps.${lap}.timeMs.lap`))
}
