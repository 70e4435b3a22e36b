import fc from 'fast-check'
import { expect, test } from 'vitest'
import { theilSen } from './theil-sen.ts'

const at = (ys: readonly number[]) => ys.map((y, x) => ({ x, y }))

test('one wild lap does not turn the line', () => {
  const line = theilSen(at([0, 2, 4, 6, 8, 10, 12, 14, 500, 18]))
  expect(line?.slope).toBe(2)
  expect(line?.interval).toEqual({ low: 2, high: 2 })
})

test('eleven points: from the fourteenth slope of 55 to the fourteenth from the end', () => {
  // Variance 11·10·27/18 = 165, K = ⌊(55 − 1.96 √165)/2⌋ = 14.
  const ys = Array.from({ length: 11 }, (_, x) => 2 ** x)
  const slopes = ys
    .flatMap((from, i) => ys.slice(i + 1).map((to, ahead) => (to - from) / (ahead + 1)))
    .toSorted((a, b) => a - b)
  expect(theilSen(at(ys))?.interval).toEqual({ low: slopes[13], high: slopes[41] })
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
