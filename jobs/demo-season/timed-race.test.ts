import { describe, expect, test } from 'vitest'
import { createField } from './drivers.ts'
import type { LapParts } from './lap-parts.ts'
import { partsOf } from './lap-parts.ts'
import { driveRace } from './race.ts'
import { recipe } from './recipe.ts'
import { timeRace } from './timed-race.ts'

function lapsOf(trackId: string, raceNumber: number, seed: number): LapParts[] {
  const field = createField(recipe, seed)
  return recipe.tracks.flatMap((track) =>
    track.races
      .filter((race) => track.id === trackId && race.number === raceNumber)
      .map((race) => timeRace(driveRace(track, race, field, seed), seed))
      .flatMap(({ cars }) =>
        cars.flatMap(({ driver, laps }) => laps.map((lap) => partsOf(driver, lap))),
      ),
  )
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('seed %i', (seed) => {
  test('Road America race 1: the sum of the best sections is slower than a lap really driven', () => {
    const laps = lapsOf('road-america', 1, seed)
    const fastest = laps.toSorted((a, b) => a.lap.lapMs - b.lap.lapMs)[0]
    const bestOf = (at: number): number =>
      Math.min(...laps.map(({ sections }) => sections[at] ?? Infinity))
    expect(fastest?.sections.slice(0, 2)).toEqual([undefined, undefined])
    expect(bestOf(0) + bestOf(1) + bestOf(2)).toBeGreaterThan(fastest?.lap.lapMs ?? Infinity)
  })

  test('a dry race looks like a race: spread of the field, and of the laps of a car', () => {
    const laps = lapsOf('barber', 2, seed).filter(({ lap }) => lap.lapNumber > 2 && !lap.isInLap)
    const cars = [...Map.groupBy(laps, ({ driver }) => driver.car).values()].map((own) =>
      own.map(({ lap }) => lap.lapMs),
    )
    const bests = cars.map((own) => Math.min(...own))
    const gapMs = median(bests) - Math.min(...bests)
    expect(gapMs).toBeGreaterThan(400)
    expect(gapMs).toBeLessThan(2000)
    const spreadMs = median(cars.map((own) => median(own) - Math.min(...own)))
    expect(spreadMs).toBeGreaterThan(300)
    expect(spreadMs).toBeLessThan(1500)
  })
})

test('cars change places on the road, and each lap is a whole number of ms', () => {
  const laps = lapsOf('sebring', 1, 1)
  expect(laps.flatMap(({ lap }) => lap.subMs).filter((ms) => !Number.isInteger(ms))).toEqual([])
  const orderOn = (lapNumber: number): string[] =>
    laps
      .filter(({ lap }) => lap.lapNumber === lapNumber)
      .toSorted((a, b) => a.lap.elapsedMs - b.lap.elapsedMs)
      .map(({ driver }) => driver.car)
  expect(orderOn(2)).not.toEqual(orderOn(5))
  expect(orderOn(5)).not.toEqual(orderOn(10))
})
