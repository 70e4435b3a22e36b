import { expect, test } from 'vitest'
import { createWallClock } from './wall-clock.ts'

const hours = 3_600_000

test('a race within one day keeps its hours', () => {
  const clock = createWallClock()
  expect(clock('13', 14 * hours, 0.1 * hours)).toBe(14 * hours)
  expect(clock('13', 14.5 * hours, 0.6 * hours)).toBe(14.5 * hours)
})

test('laps after midnight go on past 24 hours, for every car', () => {
  const clock = createWallClock()
  expect(clock('7', 16.1 * hours, 0.1 * hours)).toBe(16.1 * hours)
  expect(clock('7', 0.25 * hours, 8.25 * hours)).toBe(24.25 * hours)
  expect(clock('8', 0.5 * hours, 8.5 * hours)).toBe(24.5 * hours)
  expect(clock('8', 15.9 * hours, 23.9 * hours)).toBe(39.9 * hours)
})

test('a first lap that ends after midnight belongs to the day of the start', () => {
  expect(createWallClock()('7', 0.1 * hours, 0.2 * hours)).toBe(24.1 * hours)
})

test('without ELAPSED a clock that falls back by more than half a day has passed midnight', () => {
  const clock = createWallClock()
  expect(clock('7', 23.5 * hours)).toBe(23.5 * hours)
  expect(clock('7', 0.2 * hours)).toBe(24.2 * hours)
  expect(clock('7', 0.1 * hours)).toBe(24.1 * hours)
  expect(clock('8', 23.6 * hours)).toBe(23.6 * hours)
})
