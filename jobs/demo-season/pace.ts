import type { Driver } from './drivers.ts'
import type { Random } from './random.ts'
import type { RaceRecipe } from './recipe.ts'

/** How a driver's pace goes through a race. */
export type Pace = {
  /** Slower than the driver's usual, as a share: learning, fading, one good stretch. */
  readonly formOf: (driver: Driver, lap: number) => number
  /** What a sub-section of lap 1 takes longer, in ms. */
  readonly startOf: (grid: number, sub: number, baseMs: number) => number
}

/** A good stretch is this many laps. */
const stretchLaps = 5

export function createPace(race: RaceRecipe, trackMs: number, random: Random): Pace {
  const raceLaps = Math.floor((race.minutes * 60_000) / trackMs)
  const firstGoodLap = new Map(race.cars.map((car) => [car, random.whole(4, raceLaps - 7)]))

  function formOf(driver: Driver, lap: number): number {
    const learning = (0.002 + driver.learning) * 0.5 ** Math.max(0, lap - 2)
    const fading = driver.fading * Math.max(0, lap - raceLaps / 2)
    const since = lap - (firstGoodLap.get(driver.car) ?? 0)
    const isGood = driver.isStreaky && since >= 0 && since < stretchLaps
    return learning + fading - (isGood ? 0.0065 : 0)
  }

  /** A rolling start strings the field out; a pace car makes the whole of lap 1 slow. */
  function startOf(grid: number, sub: number, baseMs: number): number {
    const behindMs = (1000 * race.paceCarStartS * baseMs) / trackMs
    if (sub > 0) return behindMs
    if (race.paceCarStartS > 0) return behindMs + 250 * grid
    return 2800 + 480 * grid + random.between(0, 300)
  }

  return { formOf, startOf }
}
