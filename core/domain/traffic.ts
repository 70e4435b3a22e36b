import type { CorrectedClass } from './corrected-figures.ts'
import type { Followed } from './followed.ts'
import type { CarNumber } from './ids.ts'
import type { Interval } from './interval.ts'
import type { Lap } from './lap.ts'
import { medianInterval } from './order-statistics-interval.ts'
import { present } from './present.ts'
import { median } from './quantile.ts'

/** A lap that ended this close behind another car, or closer, is not free. */
const closeMs = 1000

/** Whether a lap was free of a car close ahead at its end; absent where nobody can know. */
export type IsFree = (car: CarNumber, lapNumber: number) => boolean | undefined

/** From D18's cars followed. A lap without a wall time is not known; who follows nobody is free. */
export function freeLaps(laps: readonly Lap[], followed: ReadonlyMap<Lap, Followed>): IsFree {
  const free = new Map(
    laps
      .filter(({ hourMs }) => hourMs !== undefined)
      .map((lap) => [
        keyOf(lap.car, lap.lapNumber),
        (followed.get(lap)?.intervalMs ?? Infinity) > closeMs,
      ]),
  )
  return (car, lapNumber) => free.get(keyOf(car, lapNumber))
}

const keyOf = (car: CarNumber, lapNumber: number) => `${car} ${lapNumber}`

/** One car's laps close behind others against its free ones, in one race. */
export type CarInTraffic = {
  readonly car: CarNumber
  readonly closeLaps: number
  readonly freeLaps: number
  /** Median corrected lap time close behind, less that of free laps: + is slower in traffic. */
  readonly differenceMs: number
}

const fewestLaps = 3

/** Cars with at least three laps of each kind. */
export function carsInTraffic({ cars }: CorrectedClass, isFree: IsFree): readonly CarInTraffic[] {
  return [...cars.values()].flatMap(({ car, quantities }) => {
    const laps = quantities.lap?.laps ?? []
    const times = (free: boolean) =>
      laps
        .filter(({ lapNumber }) => isFree(car, lapNumber) === free)
        .map(({ correctedMs }) => correctedMs)
    const close = times(false)
    const free = times(true)
    if (Math.min(close.length, free.length) < fewestLaps) return []
    const differenceMs = median(close) - median(free)
    return [{ car, closeLaps: close.length, freeLaps: free.length, differenceMs }]
  })
}

/** What close laps cost, over the cars of a race or of a season. */
export type PooledTraffic = {
  /** A car in a race counts once, however many laps it has: laps of one car are not independent. */
  readonly n: number
  readonly closeLaps: number
  readonly freeLaps: number
  readonly medianMs: number
  /** 95 % by order statistics; absent with fewer than 6 cars. */
  readonly interval?: Interval
}

/**
 * Why "held up" stays a hypothesis: where laps close behind another car are no slower than free
 * ones over the season, a slow lap behind a car is not explained by that car. Absent without cars.
 */
export function pooledTraffic(cars: readonly CarInTraffic[]): PooledTraffic | undefined {
  if (cars.length === 0) return undefined
  const differences = cars.map(({ differenceMs }) => differenceMs)
  return present({
    n: cars.length,
    closeLaps: cars.reduce((sum, one) => sum + one.closeLaps, 0),
    freeLaps: cars.reduce((sum, one) => sum + one.freeLaps, 0),
    medianMs: median(differences),
    interval: medianInterval(differences, 0.95),
  })
}
