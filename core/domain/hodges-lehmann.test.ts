import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hodgesLehmann } from './hodges-lehmann.ts'

test('the shift is the middle of all differences', () => {
  expect(hodgesLehmann([1, 2, 10], [4, 6]).shift).toBe(2.5)
})

test('six values against six: the seventh difference from either end', () => {
  // K = ⌊18 − 1.645 √39⌋ = 7; below it the six differences to the smallest of the later values.
  const before = [0, 1, 2, 3, 4, 5]
  const after = [10, 20, 30, 40, 50, 60]
  expect(hodgesLehmann(before, after).interval).toEqual({ low: 15, high: 50 })
})

test('two against two are too few for an interval', () => {
  expect(hodgesLehmann([1, 2], [3, 4])).toEqual({ shift: 2, interval: undefined })
})

test('a race that is the same but for a constant moved by that constant', () => {
  const times = fc.array(fc.integer({ min: 20_000, max: 60_000 }), { minLength: 6, maxLength: 15 })
  fc.assert(
    fc.property(times, fc.integer({ min: -2000, max: 2000 }), (before, moved) => {
      const after = before.map((ms) => ms + moved)
      const { shift, interval } = hodgesLehmann(before, after)
      expect(shift).toBe(moved)
      expect(interval?.low).toBeLessThanOrEqual(moved)
      expect(interval?.high).toBeGreaterThanOrEqual(moved)
    }),
  )
})
