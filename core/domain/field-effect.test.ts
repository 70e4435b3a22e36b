import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctedByCar, fieldEffect } from './field-effect.ts'
import { car, cleanLaps } from './fixtures.ts'

/** Cars with a time of their own on a track that changes from lap to lap. */
const field = (own: readonly number[], track: readonly number[]) =>
  own.flatMap((ms, index) =>
    cleanLaps(
      `${index + 1}`,
      track.map((effect) => ms + effect),
    ),
  )

const effects = (laps: ReturnType<typeof cleanLaps>) =>
  [...fieldEffect(laps, 'lap').values()].map(({ effectMs }) => effectMs)

test('what the track did is found, its middle being 0', () => {
  const laps = field([98_000, 98_500, 99_000, 99_100, 101_000], [0, 400, -300, 100, -100])
  expect(effects(laps)).toEqual([0, 400, -300, 100, -100])
  const corrected = correctedByCar(laps, 'lap', fieldEffect(laps, 'lap'))
  expect(corrected.get(car('2'))?.map(({ correctedMs }) => correctedMs)).toEqual(
    Array.from({ length: 5 }, () => 98_500),
  )
})

test('one car that crawls on one lap does not make the track slow', () => {
  const laps = field([98_000, 98_500, 99_000, 99_100, 101_000], [0, 0, 0, 0])
  const others = laps.filter((lap) => lap.car !== car('3'))
  const withIncident = [...others, ...cleanLaps('3', [99_000, 130_000, 99_000, 99_000])]
  expect(effects(withIncident)).toEqual([0, 0, 0, 0])
})

test('a lap needs five cars that have three laps each', () => {
  const four = field([98_000, 98_500, 99_000, 99_100], [0, 0, 0])
  expect(fieldEffect(four, 'lap').size).toBe(0)
  const withAVisitor = [...four, ...cleanLaps('99', [98_000, 98_100])]
  expect(fieldEffect(withAVisitor, 'lap').size).toBe(0)
  const five = [...four, ...cleanLaps('99', [98_000, 98_100, 98_200, 98_300])]
  expect([...fieldEffect(five, 'lap')].map(([lapNumber, { cars }]) => [lapNumber, cars])).toEqual([
    [2, 5],
    [3, 5],
    [4, 5],
  ])
})

test('a car that is left with fewer laps once laps are chosen stays, and a visitor is corrected too', () => {
  const laps = [
    ...field([98_000, 98_500, 99_000, 99_100], [0, 0, 0]),
    ...cleanLaps('50', [98_000, undefined, undefined, 98_200, 98_300]),
    ...cleanLaps('99', [97_000]),
  ]
  const effect = fieldEffect(laps, 'lap')
  expect([...effect.keys()]).toEqual([2])
  expect(correctedByCar(laps, 'lap', effect).get(car('99'))).toEqual([
    { lapNumber: 2, drivenMs: 97_000, correctedMs: 97_000 },
  ])
})

test('laps that cars lack: ten cycles, then the middle is 0', () => {
  // Computed by another program; after one cycle lap 3 would stand at 0, after nine at −99.415.
  const _ = undefined
  const times = [
    [300, 100, _, 800, 0, _],
    [200, 300, 600, 700, _, 800],
    [0, 0, 600, _, 0, 500],
    [500, _, 500, 600, 700, 600],
    [100, 100, 800, 0, 100, 700],
    [500, 600, 400, _, 100, 500],
  ]
  const laps = times.flatMap((own, index) => cleanLaps(`${index + 1}`, own))
  expect(effects(laps)).toEqual([
    0, -99.70722198486328, 199.99980926513672, -99.70722198486328, 399.9998092651367,
  ])
})

test('a lap that lacks the quantity counts for the others', () => {
  const laps = field([98_000, 98_500, 99_000, 99_100, 101_000], [0, 0, 0])
  expect(fieldEffect(laps, 's2').size).toBe(0)
})

const races = fc
  .record({ cars: fc.integer({ min: 5, max: 9 }), laps: fc.integer({ min: 3, max: 12 }) })
  .chain(({ cars, laps }) =>
    fc.array(
      fc.array(fc.integer({ min: 90_000, max: 99_000 }), { minLength: laps, maxLength: laps }),
      {
        minLength: cars,
        maxLength: cars,
      },
    ),
  )
const race = (times: readonly (readonly number[])[]) =>
  times.flatMap((own, index) => cleanLaps(`${index + 1}`, own))

test('a car that is slower by a constant has the same track', () => {
  fc.assert(
    fc.property(races, fc.integer({ min: 1, max: 9000 }), (times, slower) => {
      const moved = times.map((own, index) => (index === 0 ? own.map((ms) => ms + slower) : own))
      expect(effects(race(moved))).toEqual(effects(race(times)))
    }),
  )
})

test('halves and quarters are exact: all times a second up give the same effects to the last bit', () => {
  fc.assert(
    fc.property(races, (times) => {
      const moved = times.map((own) => own.map((ms) => ms + 1000))
      expect(effects(race(moved))).toEqual(effects(race(times)))
    }),
  )
})
