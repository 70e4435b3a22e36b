import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resultPositions, positionsOnRoad } from './finish.ts'
import { car, lap, lapsOf } from './fixtures.ts'
import { followedOf } from './followed.ts'
import type { Lap } from './lap.ts'
import { orderOf } from './order.ts'

const seven = lapsOf('7', [100_000, 100_000, 100_000])
const eight = lapsOf('8', [101_000, 98_000, 100_500])
const nine = lapsOf('9', [102_000, 110_000])

const at = (laps: readonly Lap[], index: number) => {
  const order = orderOf([...seven, ...eight, ...nine])
  const one = laps[index]
  return one === undefined ? undefined : order.get(one)
}

test('the first has no interval, the others have it to the car ahead', () => {
  expect(at(seven, 0)).toMatchObject({ position: 1 })
  expect(at(seven, 0)).not.toHaveProperty('intervalMs')
  expect(at(eight, 0)).toMatchObject({ position: 2, intervalMs: 1_000, carAhead: '7' })
})

test('a place lost to one car is a place won by the other', () => {
  expect(at(eight, 1)).toMatchObject({ position: 1, placesLost: -1, passed: ['7'], passedBy: [] })
  expect(at(seven, 1)).toMatchObject({ position: 2, placesLost: 1, passed: [], passedBy: ['8'] })
})

test('on the first lap nothing is won or lost', () => {
  expect(at(seven, 0)).not.toHaveProperty('placesLost')
})

test('a car that stops while ahead is named by those behind it', () => {
  const leader = lapsOf('1', [99_000])
  const order = orderOf([...leader, ...seven])
  expect(seven.slice(0, 2).map((one) => order.get(one)?.goneAhead)).toEqual([[], ['1']])
})

test('of equal race times the first in the file is ahead', () => {
  const level = lapsOf('6', [100_000])
  const order = orderOf([...seven, ...level])
  expect(level.map((one) => order.get(one))).toMatchObject([{ position: 2, intervalMs: 0 }])
})

test('a lap without a race time has no place', () => {
  const untimed = lap()
  expect(orderOf([untimed]).get(untimed)).toBeUndefined()
})

const times = fc.array(fc.integer({ min: 90, max: 130 }), { minLength: 1, maxLength: 6 })
const anyRace = fc
  .array(times, { minLength: 1, maxLength: 6 })
  .map((cars) => cars.flatMap((laps, index) => lapsOf(String(index + 1), laps)))

test('places lost are the cars that came by, less those passed and those that stopped ahead', () => {
  fc.assert(
    fc.property(anyRace, (laps) => {
      for (const { placesLost, passed, passedBy, goneAhead } of orderOf(laps).values()) {
        const changed = passedBy.length - passed.length - goneAhead.length
        expect(placesLost ?? 0).toBe(changed)
      }
    }),
  )
})

test('a car follows the other car that crossed the line last before it, on whatever lap', () => {
  fc.assert(
    fc.property(anyRace, (laps) => {
      const followed = followedOf(laps)
      for (const own of laps) {
        const hourMs = own.hourMs ?? 0
        const before = laps.filter((one) => one.car !== own.car && (one.hourMs ?? 0) < hourMs)
        const latestMs = Math.max(...before.map((one) => one.hourMs ?? 0))
        const ahead = before.findLast((one) => one.hourMs === latestMs)
        expect(followed.get(own)).toEqual(
          ahead && {
            car: ahead.car,
            lapNumber: ahead.lapNumber,
            intervalMs: hourMs - latestMs,
            lapsAhead: ahead.lapNumber - own.lapNumber,
          },
        )
      }
    }),
  )
})

test('a lapped car that is followed is laps behind', () => {
  const lapped = lapsOf('9', [199_500])
  const followed = followedOf([...seven, ...lapped])
  expect(seven.map((one) => followed.get(one))).toEqual([
    undefined,
    { car: '9', lapNumber: 1, intervalMs: 500, lapsAhead: -1 },
    { car: '9', lapNumber: 1, intervalMs: 100_500, lapsAhead: -2 },
  ])
})

test('on the road more laps come first, then the earlier race time', () => {
  const positions = positionsOnRoad([...nine, ...seven, ...eight])
  expect([...positions]).toEqual([
    ['8', 1],
    ['7', 2],
    ['9', 3],
  ])
})

test('a car that the results do not place has no official position', () => {
  const row = { status: 'Classified', line: 2 }
  const rows = [
    { ...row, car: car('7'), position: 1 },
    { ...row, car: car('15'), status: 'Not started' },
  ]
  const positions = resultPositions({ file: '03_Results.csv', rows, classification: 'official' })
  expect([...positions]).toEqual([['7', 1]])
  expect(resultPositions(undefined).size).toBe(0)
})
