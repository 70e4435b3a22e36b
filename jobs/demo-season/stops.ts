import type { Driver } from './drivers.ts'
import type { Random } from './random.ts'
import type { RaceRecipe, TrackRecipe } from './recipe.ts'

/** What a car loses by itself: mistakes, spins, pit stops; and how the pit is printed. */
export type Stops = {
  /** Ms by sub-section of a lap. */
  readonly lossesOf: (driver: Driver, lap: number) => readonly number[]
  readonly pitOf: (car: string, lap: number) => Pit
  /** The car does not start the lap after this one. */
  readonly retires: (car: string, lap: number) => boolean
}

type Pit = { readonly isInLap: boolean; readonly pitTimeMs?: number }

export function createStops(track: TrackRecipe, race: RaceRecipe, random: Random): Stops {
  const pitLoss = pitLossOf(track)
  const stopAfter = (car: string, lap: number): RaceRecipe['pitStops'][number] | undefined =>
    race.pitStops.find((stop) => stop.car === car && stop.lap === lap)

  function lossesOf(driver: Driver, lap: number): readonly number[] {
    const losses = [0, 0, 0, 0, 0, 0]
    const lose = (sub: number, ms: number): void => {
      losses[sub] = (losses[sub] ?? 0) + ms
    }
    if (lap > 1 && random.chance(driver.mistakes))
      lose(random.whole(0, 5), random.between(250, 1800))
    if (lap > 1 && random.chance(driver.incidents))
      lose(random.whole(0, 5), random.between(3500, 15_000))
    for (const stand of race.standstills) {
      if (stand.car === driver.car && stand.lap === lap) lose(3, 1000 * stand.lossS)
    }
    const [into, outOf] = [stopAfter(driver.car, lap), stopAfter(driver.car, lap - 1)]
    if (into !== undefined) lose(5, pitLoss.inLap(into.stopS) + random.between(0, 900))
    if (outOf !== undefined) lose(0, pitLoss.outLap(outOf.stopS) + random.between(0, 900))
    return losses
  }

  /** PIT_TIME is on the lap after, or on the in-lap; on lap 1 it is a start from the pit lane. */
  function pitOf(car: string, lap: number): Pit {
    const stop = stopAfter(car, lap)
    const isInLap = stop !== undefined
    const printed = track.pitBox === 'in-lap' ? stop : stopAfter(car, lap - 1)
    if (lap === 1 && race.pitLaneStarts.includes(car)) return { isInLap, pitTimeMs: laneTimeMs(0) }
    if (printed === undefined || printed.retires) return { isInLap }
    return { isInLap, pitTimeMs: laneTimeMs(printed.stopS) }
  }

  function laneTimeMs(stopS: number): number {
    return Math.round(1000 * (track.pitLaneS + stopS) + random.between(0, 1400))
  }

  function retires(car: string, lap: number): boolean {
    const isLast = race.retirements.some((one) => one.car === car && one.afterLap === lap)
    return isLast || stopAfter(car, lap)?.retires === true
  }

  return { lossesOf, pitOf, retires }
}

type PitLoss = Readonly<Record<'inLap' | 'outLap', (stopS: number) => number>>

/** Of the time in the lane a quarter is saved, since it leaves out a part of the track. */
function pitLossOf({ pitBox, pitLaneS }: TrackRecipe): PitLoss {
  const laneMs = 1000 * pitLaneS
  switch (pitBox) {
    case 'before-line':
      return { inLap: (stopS) => 0.5 * laneMs + 1000 * stopS, outLap: () => 0.25 * laneMs }
    case 'after-line':
      return { inLap: () => 0.25 * laneMs, outLap: (stopS) => 0.5 * laneMs + 1000 * stopS }
    case 'in-lap':
      return { inLap: (stopS) => 0.75 * laneMs + 1000 * stopS, outLap: () => 0 }
  }
}
