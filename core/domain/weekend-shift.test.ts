import { expect, test } from 'vitest'
import { correctedFigures } from './corrected-figures.ts'
import { car, cleanLaps } from './fixtures.ts'
import { weatherBeside, weekendShift } from './weekend-shift.ts'

/** A race of even cars; each pace in ms. */
const race = (paces: Readonly<Record<string, number>>) =>
  correctedFigures(
    Object.entries(paces).flatMap(([number, ms]) =>
      cleanLaps(
        number,
        Array.from({ length: 6 }, () => ms),
      ),
    ),
  ).slice(0, 1)

const [saturday] = race({
  a: 98_000,
  b: 98_500,
  c: 99_000,
  d: 99_500,
  e: 100_000,
  f: 101_000,
  s: 97_000,
})
const [sunday] = race({
  a: 97_500,
  b: 98_000,
  c: 98_500,
  d: 99_000,
  e: 99_500,
  f: 99_000,
  x: 97_000,
})

test('the field moved as its middle did, and a car by what is left', () => {
  const shift = sunday && saturday && weekendShift(sunday, saturday, 'lap')
  expect(shift?.field).toEqual({ n: 6, shiftMs: -500, lowMs: -2000, highMs: -500 })
  expect(shift?.cars.get(car('f'))).toEqual({ shiftMs: -2000, againstFieldMs: -1500 })
  expect(shift?.cars.get(car('a'))).toEqual({ shiftMs: -500, againstFieldMs: 0 })
  expect([...(shift?.cars.keys() ?? [])]).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})

test('seen from the other race it is the other way round', () => {
  const shift = sunday && saturday && weekendShift(saturday, sunday, 'lap')
  expect(shift?.field).toEqual({ n: 6, shiftMs: 500, lowMs: 500, highMs: 2000 })
})

test('a quantity without paces in both has no shift', () => {
  const shift = sunday && saturday && weekendShift(sunday, saturday, 's1')
  expect(shift).toEqual({ cars: new Map() })
})

test('weather stands beside where both races measured it', () => {
  const day = (airTempC: number, trackTempC: number) =>
    [0, 1].map((step) => ({
      utcSeconds: step,
      airTempC: airTempC + step,
      trackTempC: trackTempC + step,
      humidityPct: 50,
      line: step + 2,
    }))
  const noSensor = day(25, 0).map((sample) => Object.assign(sample, { trackTempC: 0 }))
  expect(weatherBeside(day(30, 41), noSensor)).toEqual({
    airTempC: { mean: 30.5, otherMean: 25.5 },
  })
})
