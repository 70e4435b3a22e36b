import fc from 'fast-check'
import { linearRegression } from 'simple-statistics'
import { expect, test } from 'vitest'
import { leastSquares } from './least-squares.ts'
import { twoSidedP } from './student-t.ts'

/** Longley's economy of 1947 to 1962, NIST's hard case of nearly equal columns; certified values of NIST. */
const longley = {
  y: [
    60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655,
    69564, 69331, 70551,
  ],
  columns: [
    [
      83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7,
      116.9,
    ],
    [
      234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769,
      444546, 482704, 502601, 518173, 554894,
    ],
    [
      2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806,
      4007,
    ],
    [
      1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572,
      2827,
    ],
    [
      107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445,
      121950, 123366, 125368, 127852, 130081,
    ],
    [
      1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961,
      1962,
    ],
  ],
}

test("NIST's Longley case to eight digits", () => {
  const fit = leastSquares(longley.y, longley.columns)
  const known = [
    15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359, -0.0511041056535807,
    1829.15146461355,
  ]
  const certain = [
    84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675, 0.22607320006937,
    455.478499142212,
  ]
  expect(fit?.intercept).toBeCloseTo(-3482258.63459582, 1)
  expect(fit?.rSquared).toBeCloseTo(0.995479004577296, 10)
  expect(fit?.residualDf).toBe(9)
  for (const [k, coefficient] of known.entries()) {
    const term = fit?.terms[k]
    expect((term?.coefficient ?? NaN) / coefficient).toBeCloseTo(1, 8)
    const error = ((term?.high ?? NaN) - (term?.low ?? NaN)) / 2 / 2.2621571627409915
    expect(error / (certain[k] ?? NaN)).toBeCloseTo(1, 8)
    expect(term?.p).toBeCloseTo(twoSidedP(coefficient / (certain[k] ?? NaN), 9), 8)
  }
  expect(fit?.terms[1]?.varianceInflation).toBeCloseTo(1788.51, 1)
})

test('one column is a straight line', () => {
  const points = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: -500, max: 500 })),
    {
      minLength: 4,
      maxLength: 30,
    },
  )
  fc.assert(
    fc.property(points, (pairs) => {
      const xs = pairs.map(([x]) => x)
      const ys = pairs.map(([, y]) => y)
      fc.pre(new Set(xs).size > 1 && new Set(ys).size > 1)
      const line = linearRegression(pairs)
      const fit = leastSquares(ys, [xs])
      expect(fit?.terms[0]?.coefficient).toBeCloseTo(line.m, 8)
      expect(fit?.intercept).toBeCloseTo(line.b, 7)
      expect(fit?.terms[0]?.varianceInflation).toBeCloseTo(1, 10)
    }),
  )
})

test.each([
  [
    'two columns that are one',
    [1, 5, 2, 8, 3],
    [
      [1, 2, 3, 4, 5],
      [12, 14, 16, 18, 20],
    ],
  ],
  ['a column that does not vary', [1, 5, 2, 8, 3], [[7, 7, 7, 7, 7]]],
  ['values that do not vary', [4, 4, 4, 4], [[1, 2, 3, 4]]],
  [
    'as many coefficients as values',
    [1, 5, 2],
    [
      [1, 2, 4],
      [3, 1, 1],
    ],
  ],
  ['no column', [1, 5, 2], []],
])('%s cannot be fitted', (_, y, columns) => {
  expect(leastSquares(y, columns)).toBeUndefined()
})
