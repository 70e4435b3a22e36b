import type { DrivenLap, DrivenRace, Flag, Runner, UnflaggedLap } from './driven-race.ts'
import type { Driver } from './drivers.ts'
import { gapsOfRace } from './drivers.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import type { RaceRecipe, TrackRecipe } from './recipe.ts'
import { createStops } from './stops.ts'
import { createTraffic } from './traffic.ts'
import type { TrackState } from './track-state.ts'
import { createTrackState } from './track-state.ts'
import { createWheel } from './wheel.ts'

/**
 * Drives a race lap by lap: on each lap the cars go in the order in which they crossed the line, so
 * that each knows when those ahead of it crossed every loop. It ends when the leader has crossed
 * the line after the race's time is up; the others end at their next crossing.
 */
export function driveRace(
  track: TrackRecipe,
  race: RaceRecipe,
  field: ReadonlyMap<string, Driver>,
  seed: number,
): DrivenRace {
  const random = createRandom(seed, track.id, race.number, 'race')
  const runners = lineUp(track, race, field, seed, random)
  const state = createTrackState(track, race, random)
  const traffic = createTraffic(random, state)
  const stops = createStops(track, race, random)
  const wheel = createWheel(track, race, { state, stops }, random)
  let endMs = Infinity
  for (let lap = 1; endMs === Infinity; lap += 1) {
    const order = runners.filter((one) => !one.isOut).toSorted(byOrder)
    traffic.startLap()
    for (const [place, runner] of order.entries()) {
      const driven = wheel.drive(runner, lap, place === 0, traffic.through)
      runner.laps.push(driven)
      runner.elapsedMs = driven.elapsedMs
      runner.isOut = stops.retires(runner.driver.car, lap)
    }
    const firstMs = Math.min(...order.map((one) => one.elapsedMs))
    if (firstMs >= race.minutes * 60_000 || order.every((one) => one.isOut)) endMs = firstMs
  }
  const cars = runners
    .toSorted(byNumber)
    .map(({ driver, laps }) => ({ driver, laps: flagged(laps, endMs, state) }))
  return { track, recipe: race, cars }
}

/** Laps until the car has crossed the line after the leader's end, each with the flag at the line. */
function flagged(laps: readonly UnflaggedLap[], endMs: number, state: TrackState): DrivenLap[] {
  const end = laps.findIndex((lap) => lap.elapsedMs >= endMs)
  const driven = end === -1 ? laps : laps.slice(0, end + 1)
  return driven.map((lap, at) => withFlag(lap, at === end ? 'FF' : flagAt(lap.elapsedMs, state)))
}

function flagAt(elapsedMs: number, state: TrackState): Flag {
  return state.isYellow(elapsedMs) ? 'FCY' : 'GF'
}

function withFlag(lap: UnflaggedLap, flag: Flag): DrivenLap {
  return { ...lap, flag }
}

/** The grid: by pace, with the luck of qualifying. Who starts from the pit lane is last. */
function lineUp(
  track: TrackRecipe,
  race: RaceRecipe,
  field: ReadonlyMap<string, Driver>,
  seed: number,
  random: Random,
): Runner[] {
  const late = race.pitLaneStarts.length > 1 ? [] : race.pitLaneStarts
  return race.cars
    .flatMap((car) => {
      const driver = field.get(car)
      if (driver === undefined) return []
      const gaps = gapsOfRace(driver, track, race.number, seed)
      const pace = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
      const qualifying = pace + 0.003 * random.normal() + (late.includes(car) ? 1 : 0)
      return [{ driver, gaps, qualifying }]
    })
    .toSorted((a, b) => a.qualifying - b.qualifying)
    .map(({ driver, gaps }, grid) => ({
      driver,
      gaps,
      grid,
      laps: [],
      elapsedMs: 0,
      isOut: false,
    }))
}

function byOrder(a: Runner, b: Runner): number {
  return a.elapsedMs - b.elapsedMs || a.grid - b.grid
}

/** Timing sheets sort car numbers as text: '021', '03', '11', '111', … */
function byNumber(a: Runner, b: Runner): number {
  return a.driver.car < b.driver.car ? -1 : 1
}
