import { expect, test } from 'vitest'
import { correctedLaps } from './fixtures.ts'
import { steadiness } from './steadiness.ts'

test('half of the middle half, and the laps within 0.5 % of the pace', () => {
  // Pace 100 000: 500 ms either way count, to the millisecond.
  const laps = correctedLaps([99_000, 99_499, 99_500, 100_000, 100_000, 100_500, 100_501, 103_000])
  expect(steadiness(laps)).toEqual({ n: 8, steadyMs: 500.25, consistencyScore: 50 })
})

test('a half of a point is rounded up', () => {
  const laps = correctedLaps([100, 100, 100, 100, 100, 100, 100, 200])
  expect(steadiness(laps)?.consistencyScore).toBe(88)
})

test('seven laps have none', () => {
  expect(steadiness(correctedLaps([1, 2, 3, 4, 5, 6, 7]))).toBeUndefined()
})
