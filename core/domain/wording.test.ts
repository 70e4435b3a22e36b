import { expect, test } from 'vitest'
import { carsNamed, counted, lapsNamed, listed } from './wording.ts'

test.each([
  [1, '1 lap'],
  [0, '0 laps'],
  [1319, '1,319 laps'],
])('%d laps in words', (count, text) => {
  expect(counted(count, 'lap')).toBe(text)
})

test.each([
  [[], ''],
  [['12'], '12'],
  [['12', '14'], '12 and 14'],
  [['12', '14', '15'], '12, 14 and 15'],
])('%j in a sentence', (words, text) => {
  expect(listed(words)).toBe(text)
})

test.each([
  [[13, 13], 'lap 13'],
  [[15, 12, 14, 12], 'laps 12, 14 and 15'],
  [[1, 2, 3, 5, 8, 13, 21], '7 laps between lap 1 and lap 21'],
])('laps %j by name', (numbers, text) => {
  expect(lapsNamed(numbers)).toBe(text)
})

test('cars by name', () => {
  expect(carsNamed(['2'])).toBe('Car 2')
  expect(carsNamed(['2', '86'])).toBe('Cars 2 and 86')
})
