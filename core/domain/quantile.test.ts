import fc from 'fast-check'
import { expect, test } from 'vitest'
import { median, quantile, rankOf } from './quantile.ts'

test.each([
  [[15, 20, 35, 40, 50], 0.25, 20],
  [[15, 20, 35, 40], 0.25, 18.75],
  [[40, 15, 35, 20], 0.75, 36.25],
  [[7], 0.25, 7],
])('type 7 of %j at %d', (values, p, known) => {
  expect(quantile(values, p)).toBe(known)
})

test('the median of an even number is the mean of the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

test('whole milliseconds have exact quarters', () => {
  const times = fc.array(fc.integer({ min: 1, max: 3_600_000 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(times, (values) => {
      expect(Number.isInteger(4 * quantile(values, 0.25))).toBe(true)
      expect(
        quantile(
          values.map((v) => v + 1000),
          0.75,
        ),
      ).toBe(quantile(values, 0.75) + 1000)
    }),
  )
})

test('equal values share a rank, and the next one counts them all', () => {
  const paces = [90, 91, 91, 92]
  expect(paces.map((pace) => rankOf(pace, paces))).toEqual([1, 2, 2, 4])
})

test('no values have no middle', () => {
  expect(() => median([])).toThrow('at least one')
})
