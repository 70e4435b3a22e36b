import { expect, test } from 'vitest'
import {
  clockMs,
  clockTime,
  columnPrinter,
  hoursTime,
  minutesTime,
  numberTime,
  shortTime,
} from './print-time.ts'

test.each([
  [minutesTime, 97_428, '1:37.428'],
  [minutesTime, 5_009, '0:05.009'],
  [minutesTime, 3_726_001, '62:06.001'],
  [shortTime, 43_534, '43.534'],
  [shortTime, 64_059, '1:04.059'],
  [numberTime, 27_200, '27.2'],
  [numberTime, 62_000, '62.0'],
  [hoursTime, 35_158, '0:00:35.158'],
  [clockTime, 36_452_378, '10:07:32.378'],
  [clockTime, 31_869_601, '08:51:09.601'],
])('%o prints %i as %s', (print, ms, text) => {
  expect(print(ms)).toBe(text)
})

test('a wall clock reads back as it was printed', () => {
  expect(clockMs('13:42:35.322')).toBe(49_355_322)
})

test('a column drops zeros only where every value is below a minute and it has no names', () => {
  expect(columnPrinter([27_200, undefined], false)(27_200)).toBe('27.2')
  expect(columnPrinter([27_200, 60_000], false)(27_200)).toBe('27.200')
  expect(columnPrinter([27_200], true)(27_200)).toBe('27.200')
  expect(columnPrinter([27_200], false)(undefined)).toBe('')
})
