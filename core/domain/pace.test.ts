import fc from 'fast-check'
import { expect, test } from 'vitest'
import { car, correctedLaps } from './fixtures.ts'
import { fieldPace } from './pace.ts'

const even = (ms: number, laps = 6) => correctedLaps(Array.from({ length: laps }, () => ms))
const field = (paces: readonly number[]) =>
  fieldPace(new Map(paces.map((ms, index) => [car(`${index + 1}`), even(ms)])))

test('pace is the median, its interval the sixth of six', () => {
  const laps = correctedLaps([104, 101, 103, 102, 106, 105])
  expect(fieldPace(new Map([[car('13'), laps]]))).toEqual({
    cars: new Map([[car('13'), { n: 6, paceMs: 103.5, lowMs: 101, highMs: 106, rank: 1 }]]),
    fieldMedianMs: 103.5,
  })
})

test('five laps are no pace', () => {
  expect(fieldPace(new Map([[car('13'), even(100, 5)]])).cars.size).toBe(0)
})

test('seven cars have no quick quarter, eight do', () => {
  expect(field([1, 2, 3, 4, 5, 6, 7]).quickQuarterMs).toBeUndefined()
  const eight = field([10, 20, 30, 40, 50, 60, 70, 80])
  expect(eight.quickQuarterMs).toBe(27.5)
  expect(eight.fieldMedianMs).toBe(45)
  expect(eight.cars.get(car('1'))?.gap).toEqual({ paceGapMs: -17.5, lowMs: -17.5, highMs: -17.5 })
})

test('equal paces share a rank', () => {
  const ranks = [...field([10, 20, 20, 30]).cars.values()].map(({ rank }) => rank)
  expect(ranks).toEqual([1, 2, 2, 4])
})

test('all cars slower by the same moves paces, not gaps or ranks', () => {
  const paces = fc.array(fc.integer({ min: 20_000, max: 60_000 }), { minLength: 8, maxLength: 30 })
  fc.assert(
    fc.property(paces, fc.integer({ min: 1, max: 5000 }), (values, slower) => {
      const before = [...field(values).cars.values()]
      const after = [...field(values.map((ms) => ms + slower)).cars.values()]
      expect(after).toEqual(
        before.map((pace) =>
          Object.assign({}, pace, {
            paceMs: pace.paceMs + slower,
            lowMs: pace.lowMs + slower,
            highMs: pace.highMs + slower,
          }),
        ),
      )
    }),
  )
})
