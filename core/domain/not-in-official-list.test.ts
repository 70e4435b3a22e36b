import { expect, test } from 'vitest'
import { car, lapsOf } from './fixtures.ts'
import { isIncident } from './incident.ts'
import { notInOfficialList } from './not-in-official-list.ts'

/** Twelve laps, lap n of 100 s + n tenths; the official list names the given ones. */
const laps = lapsOf(
  '47',
  Array.from({ length: 12 }, (_, index) => 100_000 + (index + 1) * 100),
)
const row = (...lapNumbers: number[]) => ({
  car: car('47'),
  line: 2,
  laps: lapNumbers.map((lapNumber) => ({ lapNumber, lapTimeMs: 100_000 + lapNumber * 100 })),
})
const numbers = (found: readonly { readonly lapNumber: number }[]) =>
  found.map((one) => one.lapNumber)

test.each([
  [
    'a full list of the quickest laps after lap 1 leaves out none',
    row(2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
    [],
  ],
  ['a full list without a quick lap leaves it out', row(2, 3, 4, 6, 7, 8, 9, 10, 11, 12), [5]],
  ['a short list has room for any lap', row(2, 3, 4, 5, 6, 7, 8, 9, 10), [11, 12]],
  ['without a list nothing can be said', undefined, []],
])('%s', (_, list, expected) => {
  expect(numbers(notInOfficialList(laps, list))).toEqual(expected)
})

test('in-laps and out-laps are not missed', () => {
  const times = laps.slice(0, 10).flatMap(({ timeMs }) => timeMs.lap ?? [])
  const stopped = lapsOf('47', [...times, { timeMs: { lap: 101_100 }, isInLap: true }, 101_200])
  expect(notInOfficialList(stopped, row(2, 3, 4, 5, 6, 7, 8, 9, 10))).toEqual([])
})

test.each([
  [103_000, false],
  [103_001, true],
])('a corrected lap of %d ms at a pace of 100 s is an incident: %s', (correctedMs, expected) => {
  expect(isIncident(correctedMs, 100_000)).toBe(expected)
})
