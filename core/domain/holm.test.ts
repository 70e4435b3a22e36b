import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holmAdjusted } from './holm.ts'

test('the smallest counts as often as there are tests, and none falls below it', () => {
  const adjusted = holmAdjusted([0.03, 0.01, 0.04, 0.9])
  expect(adjusted).toEqual([0.09, 0.04, 0.09, 0.9])
})

test('one test needs no adjustment, none has none, and nothing exceeds 1', () => {
  expect(holmAdjusted([0.04])).toEqual([0.04])
  expect(holmAdjusted([])).toEqual([])
  expect(holmAdjusted([0.6, 0.7])).toEqual([1, 1])
})

test('none is smaller than it was, and a smaller p stays the smaller one', () => {
  const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 9 })
  fc.assert(
    fc.property(ps, (values) => {
      const ascending = values.toSorted((a, b) => a - b)
      const adjusted = holmAdjusted(ascending)
      expect(adjusted.every((p, index) => p >= (ascending[index] ?? NaN))).toBe(true)
      expect(adjusted).toEqual(adjusted.toSorted((a, b) => a - b))
    }),
  )
})
