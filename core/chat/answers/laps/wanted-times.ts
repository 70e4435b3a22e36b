import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { Quantity } from '#core/domain/quantity.ts'
import { computedFact, type Operation } from '../../computed-fact.ts'
import type { Measured } from '../../understanding/entities/mention.ts'
import type { CarQuestion } from '../car-answer.ts'
import { timesOf } from './chosen-laps.ts'
import { fastestLapOf } from './fastest-lap.ts'
import { filterOf, type LapSelection, selectLaps } from '../lap-selection.ts'
import { isTimed, placeCited, placeNamed } from '../named-in.ts'

/** The times that a question is about: of its green laps, or of those it chose, over the lap or in a section. */
export type WantedTimes = {
  readonly of: Quantity
  readonly kind: 'lap-time' | 'section-time'
  readonly selection: LapSelection
  readonly times: readonly Fact[]
  /** " in Section 2", or nothing. */
  readonly where: Piece
  readonly label: string
}

export function wantedTimes({ ask, car }: CarQuestion): WantedTimes {
  const place = placeNamed(ask)
  const of = place !== undefined && isTimed(car, place) ? place : 'lap'
  const selection = selectLaps(car, ask.part.scope)
  return {
    of,
    kind: of === 'lap' ? 'lap-time' : 'section-time',
    selection,
    times: timesOf(car, selection, of),
    where: of === 'lap' ? '' : [' in ', placeCited(car, ask, of)],
    label: `Car ${car.pattern.car}, ${of === 'lap' ? 'green laps' : of}`,
  }
}

/** The lap that a time is of. */
export function lapOf({ own }: CoachedCar, { id }: Fact): Fact {
  return own(`laps.${lapNumberOf(id)}.lap`)
}

export function lapNumberOf(id: string): string {
  return /#laps\.(\d+)\./.exec(id)?.[1] ?? ''
}

export function sorted(times: readonly Fact[], end: 'best' | 'worst'): readonly Fact[] {
  const sign = end === 'best' ? 1 : -1
  return times.toSorted((a, b) => sign * (Number(a.value) - Number(b.value)))
}

/** A figure that others are held against, and its name. */
export type Held = {
  readonly fact: Fact
  readonly words: string
  /** Where "your mean" would not do: "lap 6". */
  readonly named?: Piece
  readonly isComputed: boolean
}

const operations: { readonly [of in Measured]?: Operation } = {
  best: 'best',
  worst: 'highest',
  mean: 'mean',
  median: 'median',
}
const published: { readonly [of in Measured]?: string } = {
  best: 'bestLap.lapTimeMs',
  mean: 'clean.meanMs',
  median: 'clean.medianMs',
  ideal: 'idealLapMs',
}
const names: Readonly<Record<Measured, string>> = {
  best: 'best lap',
  worst: 'slowest green lap',
  mean: 'mean',
  median: 'median',
  ideal: 'ideal lap',
  composite: 'best-case composite',
}

/** The car's own figure as it is published; over chosen laps or of a section computed of the times. */
export function heldAgainst(
  { ask, car }: CarQuestion,
  of: Measured,
  wanted: WantedTimes,
): Held | undefined {
  const isOfRace =
    ask.part.wanted?.as !== 'difference' &&
    /\b(?:of the race|of the day|overall|of anyone|race'?s)\b/i.test(ask.part.text)
  if (of === 'best' && isOfRace && wanted.of === 'lap') {
    const { time } = fastestLapOf(car, car.key)
    return time && { fact: time, words: 'fastest lap of the race', isComputed: false }
  }
  if (of === 'composite') {
    if (wanted.of !== 'lap') return undefined
    const sum = car.ofRace(`classes.${car.key}.composite.sumMs`)
    return sum.value === null ? undefined : { fact: sum, words: names[of], isComputed: false }
  }
  const field = published[of]
  const isWhole = wanted.of === 'lap' && filterOf(ask.part.scope) === undefined
  if (isWhole && field !== undefined) {
    if (of === 'best' && car.pattern.bestLap === null) return undefined
    const fact = car.own(field)
    return fact.value === null ? undefined : { fact, words: names[of], isComputed: false }
  }
  const operation = operations[of]
  if (operation === undefined || wanted.times.length === 0) return undefined
  const fact = computedFact(operation, wanted.times, wanted.kind, `${wanted.label}: ${names[of]}`)
  const words = wanted.of === 'lap' ? names[of] : names[of].replace(/ (?:green )?lap$/, ' time')
  return { fact, words, isComputed: true }
}

/** "1:38.326 on lap 9" */
export function timeOnLap(car: CoachedCar, time: Fact): Piece {
  return [exact(time), ' on ', exact(lapOf(car, time))]
}

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')

/** "third"; words, since a digit would have to be cited. */
export function ordinalWord(nth: number): string {
  return ordinals[nth - 1] ?? 'so placed'
}
