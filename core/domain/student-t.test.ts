import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correlationP, tQuantile, twoSidedP } from './student-t.ts'

const relative = (got: number, known: number) => Math.abs(got / known - 1)

// From the finite sum that the distribution is for an even number of degrees of freedom, in 120 digits.
test.each([
  [0.804727662, 324, 2.30383046502089306e-75],
  [0.1, 506, 2.41970685512671937e-2],
  [0.43, 508, 2.2867382330577973e-24],
  [0.97, 10, 1.81977293885976551e-7],
  [0.999, 40, 1.30276383081934273e-55],
  [0.003, 22, 9.88899918728213145e-1],
  [0.05, 2000, 2.52740678614335086e-2],
])('a correlation of %d with %i degrees of freedom has its p', (r, df, p) => {
  expect(relative(correlationP(r, df), p)).toBeLessThan(1e-11)
  const t = r * Math.sqrt(df / (1 - r * r))
  expect(relative(twoSidedP(-t, df), p)).toBeLessThan(1e-11)
})

test('one and two degrees of freedom have closed forms', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 50, noNaN: true }), (t) => {
      expect(twoSidedP(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 12)
      expect(twoSidedP(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 12)
    }),
  )
})

test('no difference is no evidence, an endless one leaves no doubt', () => {
  expect(twoSidedP(0, 7)).toBe(1)
  expect(correlationP(0, 7)).toBe(1)
  expect(twoSidedP(Infinity, 7)).toBe(0)
  expect(correlationP(-1, 7)).toBe(0)
})

test.each([
  [0.975, 10, 2.228138851964939],
  [0.975, 1, 12.706204736174698],
  [0.95, 30, 1.6972608865939574],
  [0.025, 10, -2.228138851964939],
  [0.5, 4, 0],
])('the quantile %d of t with %i degrees of freedom', (p, df, t) => {
  expect(tQuantile(p, df)).toBeCloseTo(t, 10)
})

test('quantile and p undo each other', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.501, max: 0.9999, noNaN: true }),
      fc.integer({ min: 1, max: 600 }),
      (p, df) => {
        expect(twoSidedP(tQuantile(p, df), df)).toBeCloseTo(2 * (1 - p), 10)
      },
    ),
  )
})
