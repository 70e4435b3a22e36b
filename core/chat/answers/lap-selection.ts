import type { CoachedCar } from '#core/composer/coached-car.ts'
import { lapsCited, lapSpan } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { LapFilter, Scope } from '#core/protocol/chat/scope.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { reasonWords } from './counted-words.ts'

/** Green laps that a question chose, and the choice in words. */
export type LapSelection = {
  readonly laps: readonly LapEntry[]
  /** "after the restart on lap 15, without lap 18": to stand behind "green laps". */
  readonly said: Piece
  /** What the filter names and cannot do, and laps that it leaves out for nothing. */
  readonly notes: readonly Sentence[]
}

/** A lap that ended this close behind another car is not free of traffic, as everywhere (traffic.ts). */
const closeMs = 1000

/** The laps that a question is over, if not all green ones: its filter, or several laps that it names. */
export function filterOf({
  filter,
  laps = [],
}: Scope): (LapFilter & { only?: number[] }) | undefined {
  const isEmpty = filter === undefined || Object.values(filter).every(isNothing)
  const only = laps.length > 1 ? { only: [...laps] } : undefined
  return isEmpty ? only : { ...filter, ...only }
}

const isNothing = (part: unknown) =>
  part === undefined || part === false || (Array.isArray(part) && part.length === 0)

/** A part of a filter: which laps it keeps, how it is said, and what is to be noted of it. */
type Choice = {
  readonly keeps: (lap: LapEntry) => boolean
  readonly said?: Piece
  readonly note?: Sentence | undefined
}

export function selectLaps(car: CoachedCar, scope: Scope): LapSelection {
  const filter = filterOf(scope) ?? {}
  const { only } = filter
  const choices = [...(only === undefined ? [] : [onlyLaps(car, only)]), ...choicesOf(car, filter)]
  const laps = Object.values(car.pattern.laps).filter(
    (lap) => lap.isClean && choices.every(({ keeps }) => keeps(lap)),
  )
  return {
    laps,
    said: listed(choices.flatMap(({ said }) => (said === undefined ? [] : [said]))),
    notes: choices.flatMap((choice) => choice.note ?? []),
  }
}

function choicesOf(car: CoachedCar, filter: LapFilter): Choice[] {
  const { without = [], fromLap, toLap, withoutTraffic, afterRestart } = filter
  return [
    ...(afterRestart === true ? [afterTheRestart(car)] : []),
    ...(fromLap === undefined && toLap === undefined ? [] : [stretch(car, fromLap, toLap)]),
    ...(without.length > 0 ? [withoutLaps(car, without)] : []),
    ...(withoutTraffic === true ? [free] : []),
  ]
}

function afterTheRestart({ pattern, own }: CoachedCar): Choice {
  const restarts = Object.values(pattern.laps).filter(({ excludedBecause }) =>
    excludedBecause.includes('restart'),
  )
  const last = restarts.at(-1)
  if (last === undefined)
    return {
      keeps: () => true,
      note: note`There was no restart on your laps, so no lap is left out for it.`,
    }
  const which = restarts.length > 1 ? 'after the last restart, on ' : 'after the restart on '
  return { keeps: ({ lap }) => lap > last.lap, said: [which, exact(own(`laps.${last.lap}.lap`))] }
}

function stretch({ pattern, own }: CoachedCar, from = 1, to = Infinity): Choice {
  const inside = Object.values(pattern.laps).filter(({ lap }) => lap >= from && lap <= to)
  const keeps = ({ lap }: LapEntry) => lap >= from && lap <= to
  const [first, last] = [inside[0], inside.at(-1)]
  if (first === undefined || last === undefined) return { keeps }
  return {
    keeps,
    said: ['on ', lapSpan(own(`laps.${first.lap}.lap`), own(`laps.${last.lap}.lap`))],
  }
}

function withoutLaps(car: CoachedCar, without: readonly number[]): Choice {
  const keeps = ({ lap }: LapEntry) => !without.includes(lap)
  const counting = cited(car, without, ({ isClean }) => isClean)
  const rest = without
    .flatMap((lap) => car.pattern.laps[String(lap)] ?? [])
    .filter(({ isClean }) => !isClean)
  const notes = rest.map(({ lap, excludedBecause }): Piece => [
    exact(car.own(`laps.${lap}.lap`)),
    ` (${reasonWords[excludedBecause[0] ?? 'no-time']})`,
  ])
  return {
    keeps,
    ...(counting.length > 0 && { said: ['without ', lapsCited(counting)] }),
    note: notes.length === 0 ? undefined : fact`Not counted anyway: ${listed(notes)}.`,
  }
}

function onlyLaps(car: CoachedCar, only: readonly number[]): Choice {
  const counting = cited(car, only, ({ isClean }) => isClean)
  return {
    keeps: ({ lap }) => only.includes(lap),
    ...(counting.length > 0 && { said: ['on ', spanOrList(counting)] }),
  }
}

/** "laps 15 to 20" where none between is left out. */
function spanOrList(laps: readonly Fact[]): Piece {
  const [first, last] = [laps[0], laps.at(-1)]
  const isRow =
    first !== undefined &&
    last !== undefined &&
    laps.length > 2 &&
    Number(last.value) - Number(first.value) === laps.length - 1
  return isRow ? lapSpan(first, last) : lapsCited(laps)
}

function cited(
  { pattern, own }: CoachedCar,
  laps: readonly number[],
  is: (lap: LapEntry) => boolean,
) {
  return laps
    .toSorted((a, b) => a - b)
    .flatMap((number) => {
      const lap = pattern.laps[String(number)]
      return lap !== undefined && is(lap) ? [own(`laps.${lap.lap}.lap`)] : []
    })
}

/** Free as D18 knows it: nobody crossed the line within a second before. Without a wall time nobody can know. */
const free: Choice = {
  keeps: ({ hourMs, followed }) =>
    hourMs !== null && (followed === null || followed.intervalMs > closeMs),
  said: 'without a car within a second ahead at the line',
}
