import { expect, test } from 'vitest'
import { correctedFigures } from './corrected-figures.ts'
import { car, cleanLaps } from './fixtures.ts'
import { paceAgainstResult } from './pace-against-result.ts'

const field = ['1', '2', '3', '4', '5', '6'].flatMap((number, index) =>
  cleanLaps(
    number,
    Array.from({ length: 6 }, () => 98_000 + 100 * index),
  ),
)
const [am] = correctedFigures([...field, ...cleanLaps('7', [97_000])])
const positions = new Map(
  [
    ['1', 9],
    ['2', 1],
    ['3', 2],
    ['4', 3],
    ['5', 12],
    ['7', 4],
  ].map(([number, position]) => [car(`${number}`), Number(position)]),
)

test('the quickest car that fell back is below its pace; cars without pace or position do not count', () => {
  const found = am === undefined ? new Map() : paceAgainstResult(am, positions)
  expect([...found.keys()]).toEqual(['1', '2', '3', '4', '5'])
  expect(found.get(car('1'))).toEqual({
    paceRank: 1,
    resultRank: 4,
    cars: 5,
    placesBelowPace: 3,
    position: 9,
  })
  expect(found.get(car('2'))?.placesBelowPace).toBe(-1)
  expect(found.get(car('5'))?.placesBelowPace).toBe(0)
})
