import { expect, test } from 'vitest'
import { wilsonShare } from './wilson-share.ts'

test.each([
  [10, 10, 0.7225, 1],
  [0, 10, 0, 0.2775],
  [5, 10, 0.2366, 0.7634],
  [98, 100, 0.93, 0.9945],
  [81, 263, 0.2553, 0.3662],
])('%i of %i lies between', (hits, n, low, high) => {
  const share = wilsonShare(hits, n)
  expect(share.low).toBeCloseTo(low, 4)
  expect(share.high).toBeCloseTo(high, 4)
})

test('without trials nothing is said', () => {
  expect(wilsonShare(0, 0)).toEqual({ hits: 0, n: 0, rate: null, low: null, high: null })
})
