import { expect, test } from 'vitest'
import { finishUtcMs, valueAt, weatherSeries } from './weather-series.ts'

const samples = [
  { utcSeconds: 100, airTempC: 20, windKph: 10, windDirectionDeg: 90, line: 2 },
  { utcSeconds: 160, windKph: 10, windDirectionDeg: 0, line: 3 },
  { utcSeconds: 220, airTempC: 26, windDirectionDeg: 45, line: 4 },
]
const air = weatherSeries(samples, 'airTempC', 'milliseconds')

test('a sample that the sensor dropped is bridged', () => {
  expect(air).toMatchObject({
    dropped: 1,
    isConstant: false,
    range: { min: 20, max: 26, mean: 23 },
  })
  expect(valueAt(air, 160_000)).toBe(23)
})

test.each([
  [0, 20],
  [100_000, 20],
  [110_000, 20.5],
  [220_000, 26],
  [999_000, 26],
])('at %i ms it is %d °C', (utcMs, celsius) => {
  expect(valueAt(air, utcMs)).toBe(celsius)
})

test('in seconds it is the same', () => {
  expect(valueAt(weatherSeries(samples, 'airTempC', 'seconds'), 110)).toBe(20.5)
})

test('wind from the east is windU, from the north windV, and half a wind is none', () => {
  const u = weatherSeries(samples, 'windU', 'milliseconds')
  const v = weatherSeries(samples, 'windV', 'milliseconds')
  expect(u.points.map(({ value }) => value)).toEqual([10, 0])
  expect(v.points.map(({ value }) => Math.round(value))).toEqual([0, 10])
})

test('what is not measured, and what never changes, is constant', () => {
  const track = weatherSeries(samples, 'trackTempC', 'milliseconds')
  expect(track).toEqual({ points: [], dropped: 3, isConstant: true })
  expect(valueAt(track, 0)).toBeUndefined()
  expect(weatherSeries(samples, 'windKph', 'milliseconds').isConstant).toBe(true)
})

test('13:00 at Barber is 18:00 UTC; without a date or an offset nobody knows', () => {
  const clock = { date: '2025-09-06', utcOffsetHours: -5 }
  expect(finishUtcMs({ hourMs: 13 * 3_600_000 }, clock)).toBe(Date.UTC(2025, 8, 6, 18))
  expect(finishUtcMs({ hourMs: 25 * 3_600_000 }, clock)).toBe(Date.UTC(2025, 8, 7, 6))
  expect(finishUtcMs({ hourMs: 1 }, { date: '2025-09-06' })).toBeUndefined()
  expect(finishUtcMs({}, clock)).toBeUndefined()
})
