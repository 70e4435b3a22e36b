import { expect, test } from 'vitest'
import { correctedFigures } from './corrected-figures.ts'
import { car, cleanLaps } from './fixtures.ts'
import { strengths } from './strengths.ts'

/** Ten cars: car 1 is the quickest in s1 and the slowest in s3, car 10 the other way round; s2 as the lap. */
const field = Array.from({ length: 10 }, (_, index) => {
  const s1 = 27_000 + 100 * index
  const s2 = 42_000 + 300 * index
  const s3 = 29_000 - 90 * index
  return cleanLaps(
    `${index + 1}`,
    Array.from({ length: 8 }, () => ({ lap: s1 + s2 + s3, s1, s2, s3 })),
  )
}).flat()
const [am] = correctedFigures(field)
const of = (number: string) => {
  const own = am?.cars.get(car(number))
  return own === undefined || am === undefined ? [] : strengths(own, am.field)
}

test('a strength is ahead of the quick quarter, the furthest for its length first', () => {
  expect(of('1').map(({ quantity, rank, isAhead }) => [quantity, rank, isAhead])).toEqual([
    ['s2', 1, true],
    ['s1', 1, true],
  ])
  expect(of('1')[0]).toMatchObject({ paceGapMs: -675, cars: 10, isSurelyAhead: true })
  expect(of('1')[0]?.gapPct).toBeCloseTo(-1.58, 2)
})

test('or a better rank than that of the lap', () => {
  expect(of('7').map(({ quantity, rank, isAhead }) => [quantity, rank, isAhead])).toEqual([
    ['s3', 4, false],
  ])
})

test('a car that is the same everywhere has its best part', () => {
  const level = Array.from({ length: 10 }, (_, index) =>
    cleanLaps(
      `${index + 1}`,
      Array.from({ length: 8 }, () => ({
        lap: 60_000 + 300 * index,
        s1: 20_000 + 100 * index,
        s2: 40_000 + 200 * index,
      })),
    ),
  ).flat()
  const [only] = correctedFigures(level)
  const last = only?.cars.get(car('10'))
  const found = last === undefined || only === undefined ? [] : strengths(last, only.field)
  expect(found).toHaveLength(1)
})

test('without pace gaps there is nothing to tell', () => {
  const [few] = correctedFigures(field.filter((lap) => Number(lap.car) < 8))
  const own = few?.cars.get(car('1'))
  expect(own && few && strengths(own, few.field)).toEqual([])
})
