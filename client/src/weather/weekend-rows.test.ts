import { expect, test } from 'vitest'
import { comparedVariables, shiftInWords, weekdayOf } from './weekend-rows.ts'

test('what only one of the races measured is left out', () => {
  const airTempC = { mean: 30.2, otherMean: 24.5 }
  expect(comparedVariables({ variables: { airTempC, windU: airTempC } })).toEqual([
    { name: 'airTempC', ...airTempC },
  ])
})

test.each([
  ['2025-09-06', 'Saturday'],
  ['2025-09-07', 'Sunday'],
])('%s was a %s', (date, weekday) => {
  expect(weekdayOf(date)).toBe(weekday)
})

test.each([
  [544.14, '0.54 s slower'],
  [-43.4, '0.04 s quicker'],
  [3, '0.00 s slower'],
])('a shift of %d ms is %s', (ms, words) => {
  expect(shiftInWords(ms)).toBe(words)
})
