import type { TimedCar, TimedLap, TimedRace } from './timed-race.ts'

/** One car of a result, in its order. */
export type Classified = {
  readonly car: string
  readonly isLegend: boolean
  readonly laps: number
  /** Absent for a car that did not start. */
  readonly totalMs?: number
  readonly fastest?: TimedLap
}

/** Stewards add whole steps of time, here as many as cost a place. */
const penaltyStepMs = 5000

/** By laps, then by time; the official result has the penalties, the provisional has not. */
export function classify(race: TimedRace, isOfficial: boolean): readonly Classified[] {
  const { penalisedPosition, notStarted } = race.recipe
  const absent = notStarted.map((car) => ({ car, isLegend: false, laps: 0 }))
  const provisional = race.cars.map((car) => classified(car, 0)).toSorted(byResult)
  if (penalisedPosition === undefined || !isOfficial) return [...provisional, ...absent]
  const [punished, next] = provisional.slice(penalisedPosition - 1)
  const lostMs = (next?.totalMs ?? 0) - (punished?.totalMs ?? 0)
  const addedMs = penaltyStepMs * Math.ceil(lostMs / penaltyStepMs)
  const official = race.cars.map((car) =>
    classified(car, car.driver.car === punished?.car ? addedMs : 0),
  )
  return [...official.toSorted(byResult), ...absent]
}

function classified({ driver, laps }: TimedCar, addedMs: number): Classified {
  const last = laps.at(-1)
  const [fastest] = officialLaps(laps)
  return {
    car: driver.car,
    isLegend: driver.isLegend,
    laps: laps.length,
    ...(last === undefined ? {} : { totalMs: last.elapsedMs + addedMs }),
    ...(fastest === undefined ? {} : { fastest }),
  }
}

/** Laps that count for the official lists, quickest first: not lap 1, none that was deleted. */
export function officialLaps(laps: readonly TimedLap[]): TimedLap[] {
  return laps
    .filter((lap) => lap.lapNumber > 1 && !lap.isDeleted)
    .toSorted((a, b) => a.lapMs - b.lapMs)
}

function byResult(a: Classified, b: Classified): number {
  return b.laps - a.laps || (a.totalMs ?? Infinity) - (b.totalMs ?? Infinity)
}
