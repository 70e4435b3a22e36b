import { expect, test } from 'vitest'
import { rateOf } from './interval.ts'

/** Values of Wilson's interval as published for these counts. */
test.each([
  [10, 10, 0.7225, 1],
  [0, 10, 0, 0.2775],
  [81, 263, 0.2553, 0.3662],
])('%i of %i lies between %f and %f', (hits, n, low, high) => {
  const rate = rateOf(hits, n)
  expect(rate.low).toBeCloseTo(low, 3)
  expect(rate.high).toBeCloseTo(high, 3)
})

test('nothing tried says nothing', () => {
  expect(rateOf(0, 0)).toEqual({ hits: 0, n: 0, rate: null, low: null, high: null })
})
