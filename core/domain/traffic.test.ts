import { expect, test } from 'vitest'
import { correctedFigures } from './corrected-figures.ts'
import { car, cleanLaps, lap } from './fixtures.ts'
import { carsInTraffic, freeLaps, pooledTraffic } from './traffic.ts'

const field = ['1', '2', '3', '4', '5'].flatMap((number, index) =>
  cleanLaps(
    number,
    [0, 0, 0, 0, 0, 0].map((ms) => 98_000 + 100 * index + ms),
  ),
)

test('a lap is free when nobody ended it within a second ahead', () => {
  const laps = cleanLaps('1', [98_000, 98_000, 98_000])
  const unknown = [lap({ car: '2', lapNumber: 2 })]
  const intervals = [1000, 1001]
  const followed = new Map(
    intervals.flatMap((intervalMs, index) => {
      const own = laps[index]
      const ahead = { car: car('9'), lapNumber: 2, intervalMs, lapsAhead: 0 }
      return own === undefined ? [] : [[own, ahead] as const]
    }),
  )
  const isFree = freeLaps([...laps, ...unknown], followed)
  expect([2, 3, 4].map((lapNumber) => isFree(car('1'), lapNumber))).toEqual([false, true, true])
  expect(isFree(car('2'), 2)).toBeUndefined()
  expect(isFree(car('1'), 99)).toBeUndefined()
})

test('a car counts with three laps of each kind', () => {
  const slowInTraffic = cleanLaps('6', [99_000, 98_500, 99_000, 98_500, 99_000, 98_500])
  const [am] = correctedFigures([...field, ...slowInTraffic])
  const isFree = (number: string, lapNumber: number) => {
    if (number === '6') return lapNumber % 2 === 1
    return number === '1' ? lapNumber > 3 : undefined
  }
  const cars = am === undefined ? [] : carsInTraffic(am, isFree)
  expect(cars).toEqual([{ car: '6', closeLaps: 3, freeLaps: 3, differenceMs: 500 }])
})

test('pooled, each car counts once', () => {
  const cars = [-300, -100, 0, 50, 100, 900].map((differenceMs, index) => ({
    car: car(`${index}`),
    closeLaps: 4,
    freeLaps: 5,
    differenceMs,
  }))
  expect(pooledTraffic(cars)).toEqual({
    n: 6,
    closeLaps: 24,
    freeLaps: 30,
    medianMs: 25,
    interval: { low: -300, high: 900 },
  })
  expect(pooledTraffic(cars.slice(1))).toEqual({ n: 5, closeLaps: 20, freeLaps: 25, medianMs: 50 })
  expect(pooledTraffic([])).toBeUndefined()
})
