import { expect, test } from 'vitest'
import { lapsOf, withFlags } from './fixtures.ts'
import { ledgerOf } from './ledger.ts'

test('each car is judged by its own laps, and the file order is kept', () => {
  const thirteen = withFlags(lapsOf('13', [110_000, 98_000, 98_000]), ['green', 'fcy', 'green'])
  const two = lapsOf('2', [111_000, 99_000])
  const ledger = ledgerOf([...thirteen, ...two])
  expect(ledger.map((one) => [one.car, one.lapNumber, ...one.excludedBecause.slice(0, 1)])).toEqual(
    [
      ['13', 1, 'opening-lap'],
      ['13', 2, 'yellow'],
      ['13', 3, 'restart'],
      ['2', 1, 'opening-lap'],
      ['2', 2, 'incomplete'],
    ],
  )
  expect(ledger.map((one) => one.isClean)).toEqual([false, false, false, false, true])
})
