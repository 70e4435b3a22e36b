import fc from 'fast-check'
import { sampleCorrelation } from 'simple-statistics'
import { expect, test } from 'vitest'
import { centred, cosine, pearson, withoutLine } from './correlation.ts'

test('what does not vary has no correlation', () => {
  expect(pearson([1, 2, 3], [4, 4, 4])).toBeUndefined()
  expect(pearson([], [])).toBeUndefined()
})

test('a straight line has r 1, or −1', () => {
  expect(pearson([1, 2, 3], [10, 20, 30])).toBe(1)
  expect(pearson([1, 2, 3], [30, 20, 10])).toBe(-1)
})

test('r is that of the library', () => {
  const pairs = fc.array(
    fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -9, max: 9 })),
    {
      minLength: 3,
      maxLength: 40,
    },
  )
  fc.assert(
    fc.property(pairs, (values) => {
      const xs = values.map(([x]) => x)
      const ys = values.map(([, y]) => y)
      fc.pre(new Set(xs).size > 1 && new Set(ys).size > 1)
      expect(pearson(xs, ys)).toBeCloseTo(sampleCorrelation(xs, ys), 10)
    }),
  )
})

test('what is left without its line has nothing to do with the line', () => {
  const laps = centred([4, 5, 6, 7, 9])
  const rest = withoutLine(centred([3, 1, 4, 1, 5]), laps)
  expect(cosine(rest, laps)).toBeCloseTo(0, 12)
  expect(withoutLine(centred([2, 4, 6, 8, 12]), laps).every((v) => Math.abs(v) < 1e-12)).toBe(true)
})

test('what rounding leaves of equal values, or of a line, is no variation', () => {
  expect(pearson([0.3, 0.1 + 0.2, 0.3, 0.3], [1, 2, 3, 4])).toBeUndefined()
  const laps = centred([4, 5, 6, 7, 9])
  const drift = centred([4, 5, 6, 7, 9].map((lap) => 20.1 + 0.3 * lap))
  expect(cosine(withoutLine(drift, laps), laps)).toBeUndefined()
})
