import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { computedFact } from '../../computed-fact.ts'

/** Fewest green laps with a speed for a median that is compared. */
export const fewestLaps = 3

export function speedsOf(
  car: CoachedCar,
  is: (lap: PatternDocument['laps'][string]) => boolean,
): readonly Fact[] {
  return Object.values(car.pattern.laps)
    .filter((lap) => lap.topSpeedKph !== null && is(lap))
    .map(({ lap }) => car.own(`laps.${lap}.topSpeedKph`))
}

export function medianSpeed(car: CoachedCar) {
  const speeds = speedsOf(car, ({ isClean }) => isClean)
  if (speeds.length < fewestLaps) return undefined
  const label = `Car ${car.pattern.car}, speed at the trap on green laps`
  const median = computedFact('median', speeds, 'speed', `${label}: median`)
  const n = computedFact('count', speeds, 'count', `${label}: how many`)
  return {
    median,
    n,
    sentence: fact`Your median was ${exact(median)} over ${countCited(n, 'green lap')}.`,
  }
}

/** The highest reading first. */
export function highestFirst(speeds: readonly Fact[]): readonly Fact[] {
  return speeds.toSorted((a, b) => Number(b.value) - Number(a.value))
}

/** The highest readings of two cars and their medians; undefined where one of them has none. */
export function speedsBeside(car: CoachedCar, rival: CoachedCar) {
  const [own, theirs] = [car, rival].map((one) => highestFirst(speedsOf(one, () => true))[0])
  if (own === undefined || theirs === undefined) return undefined
  const gap = differenceOf(own, theirs, 'highest reading')
  const medians = mediansBeside(car, rival)
  const isMore = Number(own.value) >= Number(theirs.value)
  const [first, second] = isMore ? [car, rival] : [rival, car]
  const [more, less] = isMore ? [own, theirs] : [theirs, own]
  const is =
    Number(gap.value) === 0
      ? fact`At the trap ${exact(first.own('car'))} and ${exact(second.own('car'))} were level at ${exact(more)}.`
      : fact`At the trap ${exact(first.own('car'))} was ${exact(gap)} faster: ${exact(more)} on ${lapOf(first, more)} against ${exact(less)} for ${exact(second.own('car'))} on ${lapOf(second, less)}.`
  return {
    sentence: is,
    medians: medians?.sentence,
    computed: [gap, ...(medians?.computed ?? [])],
    asked: [own, theirs],
  }
}

function mediansBeside(car: CoachedCar, rival: CoachedCar) {
  const [own, theirs] = [car, rival].map(medianSpeed)
  if (own === undefined || theirs === undefined) return undefined
  const gap = differenceOf(own.median, theirs.median, 'median of green laps')
  const of = (one: CoachedCar, { median, n }: typeof own): Piece => [
    exact(median),
    ' for ',
    exact(one.own('car')),
    ' over ',
    countCited(n, 'green lap'),
  ]
  return {
    sentence: fact`Medians: ${of(car, own)}, ${of(rival, theirs)}.`,
    computed: [own.median, own.n, theirs.median, theirs.n, gap],
  }
}

function differenceOf(a: Fact, b: Fact, what: string): Fact {
  const [more, less] = Number(a.value) >= Number(b.value) ? [a, b] : [b, a]
  return computedFact(
    'difference',
    [more, less],
    'speed',
    `Speed at the trap, ${what}: one car less the other`,
  )
}

function lapOf({ own }: CoachedCar, { id }: Fact): Piece {
  return ['lap ', short(own(`laps.${/#laps\.(\d+)\./.exec(id)?.[1] ?? ''}.lap`))]
}
