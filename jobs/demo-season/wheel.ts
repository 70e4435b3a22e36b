import { createPace } from './pace.ts'
import type { Runner, UnflaggedLap } from './driven-race.ts'
import type { Random } from './random.ts'
import type { RaceRecipe, TrackRecipe } from './recipe.ts'
import type { Stops } from './stops.ts'
import type { TrackState } from './track-state.ts'

/** A sub-section about to be driven. */
export type Step = {
  readonly lap: number
  readonly sub: number
  readonly startMs: number
  /** What it would take on an empty track. */
  readonly freeMs: number
  /** What the car loses by itself: a spin, a stop; the others need not wait for it. */
  readonly lossMs: number
  readonly isLeader: boolean
}

/** Drives a lap; `through` says how many whole ms a sub-section takes among the others. */
export type Wheel = {
  readonly drive: (
    runner: Runner,
    lap: number,
    isLeader: boolean,
    through: (step: Step) => number,
  ) => UnflaggedLap
}

/** How much longer a sub-section takes under yellow: behind the pace car, catching up with it. */
const yellowPace = { leading: 1.55, catching: 1.2 }

export function createWheel(
  track: TrackRecipe,
  race: RaceRecipe,
  { state, stops }: { readonly state: TrackState; readonly stops: Stops },
  random: Random,
): Wheel {
  const bases = track.subSections.map((sub) => sub.baseMs)
  const trackMs = bases.reduce((sum, ms) => sum + ms, 0)
  const { formOf, startOf } = createPace(race, trackMs, random)

  function drive(
    runner: Runner,
    lap: number,
    isLeader: boolean,
    through: (step: Step) => number,
  ): UnflaggedLap {
    const { driver, gaps, grid } = runner
    const losses = stops.lossesOf(driver, lap)
    const form = formOf(driver, lap)
    const yellow = isLeader ? yellowPace.leading : yellowPace.catching
    const subMs: number[] = []
    let nowMs = runner.elapsedMs
    for (const [sub, baseMs] of bases.entries()) {
      const skilledMs = baseMs * state.factor(lap, sub) * (1 + (gaps[sub] ?? 0) + form)
      const noiseMs = driver.noise * Math.sqrt(trackMs * baseMs) * skewed(random)
      const pace = state.isYellow(nowMs) && lap > 1 ? yellow : 1
      const freeMs = (skilledMs + noiseMs) * pace + (lap === 1 ? startOf(grid, sub, baseMs) : 0)
      const lossMs = losses[sub] ?? 0
      const spentMs = through({ lap, sub, startMs: nowMs, freeMs, lossMs, isLeader })
      subMs.push(spentMs)
      nowMs += spentMs
    }
    const lapMs = nowMs - runner.elapsedMs
    return { lapNumber: lap, subMs, lapMs, elapsedMs: nowMs, ...stops.pitOf(driver.car, lap) }
  }

  return { drive }
}

/** Slow laps stray further than quick ones. */
function skewed(random: Random): number {
  return 0.9 * random.normal() + 0.4 * Math.max(0, random.normal())
}
