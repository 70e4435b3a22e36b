import { expect, test } from 'vitest'
import { medianInterval } from './order-statistics-interval.ts'

const oneTo = (n: number) => Array.from({ length: n }, (_, index) => n - index)

// Tables of the sign test: the k-th value from either end.
test.each([
  [6, 0.95, 1],
  [8, 0.95, 1],
  [9, 0.95, 2],
  [20, 0.95, 6],
  [24, 0.95, 7],
  [100, 0.95, 40],
  [5, 0.9, 1],
  [8, 0.9, 2],
  [1500, 0.95, 712],
])('of %i values at %d the interval begins at value %i', (n, confidence, k) => {
  expect(medianInterval(oneTo(n), confidence)).toEqual({ low: k, high: n + 1 - k })
})

test.each([
  [5, 0.95],
  [4, 0.9],
  [0, 0.9],
])('%i values are too few at %d', (n, confidence) => {
  expect(medianInterval(oneTo(n), confidence)).toBeUndefined()
})
