import { expect, test } from 'vitest'
import { cohensKappa, type PairOfVerdicts } from './cohens-kappa.ts'

const times = (n: number, one: string, other: string): PairOfVerdicts[] =>
  Array.from({ length: n }, () => [one, other] as const)

/** Rows are the first coach's verdicts, columns the second's. */
const table = (counts: readonly (readonly number[])[]) =>
  counts.flatMap((row, one) => row.flatMap((n, other) => times(n, `v${one}`, `v${other}`)))

test.each([
  // Observed 0.7, expected 0.5: worked by hand.
  [
    'a textbook table of grants',
    [
      [20, 5],
      [10, 15],
    ],
    0.4,
  ],
  [
    'the same agreement with uneven shares',
    [
      [45, 15],
      [25, 15],
    ],
    0.1304,
  ],
  [
    'and with shares that differ',
    [
      [25, 35],
      [5, 35],
    ],
    0.2593,
  ],
  // The example of Cohen's paper of 1960, two hundred cases.
  [
    'three verdicts',
    [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ],
    0.4915,
  ],
  [
    'always',
    [
      [3, 0],
      [0, 7],
    ],
    1,
  ],
  [
    'never',
    [
      [0, 5],
      [5, 0],
    ],
    -1,
  ],
])('%s', (_, counts, kappa) => {
  expect(cohensKappa(table(counts))).toBeCloseTo(kappa, 4)
})

test('nothing can be said without pairs, or where only one verdict was given', () => {
  expect(cohensKappa([])).toBeUndefined()
  expect(cohensKappa(times(9, 'right', 'right'))).toBeUndefined()
})
