import type { CarRace, DrivenLap, DrivenRace } from './driven-race.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import type { Loop } from './recipe.ts'

/** A lap as the timing saw it. */
export type TimedLap = DrivenLap & {
  readonly missed: ReadonlySet<Loop>
  readonly topSpeedKph?: number
  /** Taken away by the stewards: timed, but not in the official lists. */
  readonly isDeleted: boolean
}

export type TimedCar = Omit<CarRace, 'laps'> & { readonly laps: readonly TimedLap[] }
export type TimedRace = Omit<DrivenRace, 'cars'> & { readonly cars: readonly TimedCar[] }

const nothing: ReadonlySet<Loop> = new Set()

/** Adds to a driven race what loops missed, the speed trap, and the laps that were deleted. */
export function timeRace(race: DrivenRace, seed: number): TimedRace {
  const random = createRandom(seed, race.track.id, race.recipe.number, 'timing')
  const missed = missedLoops(race, random)
  const untrapped = someLaps(race, race.recipe.missedTopSpeeds, random)
  const deleted = deletedLaps(race)
  const cars = race.cars.map(({ driver, laps }) => ({
    driver,
    laps: laps.map((lap) => ({
      ...lap,
      missed: missed.get(lap) ?? nothing,
      isDeleted: deleted.has(lap),
      ...(untrapped.has(lap) ? {} : topSpeed(race, driver.gap, lap, random)),
    })),
  }))
  return { track: race.track, recipe: race.recipe, cars }
}

function missedLoops(race: DrivenRace, random: Random): Map<DrivenLap, Set<Loop>> {
  const missed = new Map<DrivenLap, Set<Loop>>()
  const miss = (lap: DrivenLap, loop: Loop): void => {
    const known = missed.get(lap) ?? new Set()
    missed.set(lap, known.add(loop))
  }
  const laps = race.cars.flatMap((car) => car.laps)
  for (const { loop, lap, cars } of race.recipe.failedLoops) {
    const onLap = laps.filter((one) => one.lapNumber === lap)
    const quickest = onLap.toSorted((a, b) => besideMs(a, loop) - besideMs(b, loop))
    for (const one of quickest.slice(0, cars)) miss(one, loop)
  }
  for (const { loop, laps: count } of race.recipe.missedLoops) {
    for (const one of someLaps(race, count, random)) miss(one, loop)
  }
  for (const loop of race.recipe.deadLoops) {
    for (const one of laps) miss(one, loop)
  }
  return missed
}

/** Time of the two sections that a loop lies between. */
function besideMs(lap: DrivenLap, loop: 'i1' | 'i2'): number {
  const from = loop === 'i1' ? 0 : 2
  return lap.subMs.slice(from, from + 4).reduce((sum, ms) => sum + ms, 0)
}

function someLaps(race: DrivenRace, count: number, random: Random): Set<DrivenLap> {
  if (count === 0) return new Set()
  return new Set(random.shuffled(race.cars.flatMap((car) => car.laps)).slice(0, count))
}

function deletedLaps({ cars, recipe }: DrivenRace): Set<DrivenLap> {
  return new Set(
    recipe.deletedLaps.flatMap(({ car, rank }) => {
      const laps = cars.find((one) => one.driver.car === car)?.laps ?? []
      const quickest = laps.filter((lap) => lap.lapNumber > 1).toSorted((a, b) => a.lapMs - b.lapMs)
      return quickest.slice(rank - 1, rank)
    }),
  )
}

function topSpeed(
  { track }: DrivenRace,
  gap: number,
  lap: DrivenLap,
  random: Random,
): { topSpeedKph?: number } {
  if (track.topSpeedKph === undefined) return {}
  const share = lap.flag === 'FCY' ? random.between(0.6, 0.85) : 1 - gap + 0.008 * random.normal()
  return { topSpeedKph: track.topSpeedKph * share }
}
