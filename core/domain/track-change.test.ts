import { expect, test } from 'vitest'
import { trackChange } from './track-change.ts'

const effect = (quickest: number, slowest: number) =>
  new Map([
    [4, { effectMs: slowest, cars: 20 }],
    [5, { effectMs: 0, cars: 20 }],
    [6, { effectMs: quickest, cars: 20 }],
  ])

test('a drying track changed', () => {
  expect(trackChange(effect(-1500, 2500), 100_000)).toEqual({
    rangeMs: 4000,
    rangePct: 4,
    hasChanged: true,
    slowestLap: 4,
    quickestLap: 6,
  })
})

test('2 % is not more than 2 %', () => {
  expect(trackChange(effect(-1000, 1000), 100_000)?.hasChanged).toBe(false)
})

test('without laps nobody knows', () => {
  expect(trackChange(new Map(), 100_000)).toBeUndefined()
})
