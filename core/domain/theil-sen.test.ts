import fc from 'fast-check'
import { expect, test } from 'vitest'
import { theilSen } from './theil-sen.ts'

const at = (ys: readonly number[]) => ys.map((y, x) => ({ x, y }))

test('one wild lap does not turn the line', () => {
  const line = theilSen(at([0, 2, 4, 6, 8, 10, 12, 14, 500, 18]))
  expect(line?.slope).toBe(2)
  expect(line?.interval).toEqual({ low: 2, high: 2 })
})

test('ten points in order: K is 11 of 45 slopes', () => {
  // 45 slopes, variance 10·9·25/18 = 125, K = ⌊(45 − 1.96 √125)/2⌋ = 11.
  const ys = [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
  const slopes = ys
    .flatMap((_, i) => ys.slice(i + 1).map((_unused, d) => 2 * i + d + 1))
    .toSorted((a, b) => a - b)
  expect(theilSen(at(ys))?.interval).toEqual({ low: slopes[10], high: slopes[34] })
})

test('one place on the line has no slope', () => {
  expect(theilSen([{ x: 3, y: 1 }])).toBeUndefined()
  expect(
    theilSen([
      { x: 3, y: 1 },
      { x: 3, y: 2 },
    ]),
  ).toBeUndefined()
})

test('a slope is the same wherever the line lies, and turns with it', () => {
  const whole = fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 8, maxLength: 20 })
  fc.assert(
    fc.property(whole, fc.integer({ min: -9000, max: 9000 }), (ys, shift) => {
      const line = theilSen(at(ys))
      expect(theilSen(at(ys.map((y) => y + shift)))).toEqual(line)
      const turned = theilSen(at(ys.map((y) => -y)))
      expect(turned?.slope).toBeCloseTo(-(line?.slope ?? NaN), 9)
      expect(turned?.interval?.high).toBeCloseTo(-(line?.interval?.low ?? NaN), 9)
    }),
  )
})
