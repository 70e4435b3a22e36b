import { expect, test } from 'vitest'
import { correctedFigures, mainClass } from './corrected-figures.ts'
import { car, cleanLaps } from './fixtures.ts'

const parts = (s1: number, s2: number, s3: number) => ({ lap: s1 + s2 + s3, s1, s2, s3 })
/** Ten cars, each 100 ms slower in section 2 than the one before, nine laps each. */
const field = Array.from({ length: 10 }, (_, index) =>
  cleanLaps(
    `${index + 1}`,
    Array.from({ length: 9 }, (_unused, lap) =>
      parts(27_000, 42_000 + 100 * index + 10 * (lap % 3), 29_000),
    ),
  ),
).flat()

test('a car has pace, target, trend and steadiness in what was timed, and nothing in what was not', () => {
  const [am] = correctedFigures(field)
  const last = am?.cars.get(car('10'))
  expect(Object.keys(last?.quantities ?? {})).toEqual(['lap', 's1', 's2', 's3'])
  expect(last?.quantities.s2?.pace?.rank).toBe(10)
  expect(last?.quantities.s2?.pace?.gap?.paceGapMs).toBe(675)
  expect(last?.opportunities.list.map(({ section }) => section)).toEqual(['s2'])
  expect(last?.trend?.verdict).toBe('steady')
  expect(last?.steadiness).toEqual({ n: 9, steadyMs: 0, consistencyScore: 100, rank: 1 })
  expect(am?.field.s2?.quickQuarterMs).toBe(42_235)
  expect(am?.field.s1a).toBeUndefined()
})

test('classes are corrected and ranked each by itself', () => {
  const slower = field.map((lap) => ({
    ...lap,
    car: car(`1${lap.car}`),
    carClass: 'GT',
    timeMs: { lap: 20_000 + (lap.timeMs.lap ?? 0) },
  }))
  const classes = correctedFigures([...field, ...slower.slice(0, -1)])
  expect(classes.map(({ carClass, cars }) => [carClass, cars.size])).toEqual([
    ['Am', 10],
    ['GT', 10],
  ])
  expect(classes[1]?.cars.get(car('11'))?.quantities.lap?.pace?.rank).toBe(1)
  expect(mainClass(classes)?.carClass).toBe('Am')
})

test('a car without clean laps is there, with nothing said of it', () => {
  const inPit = cleanLaps('99', [98_000]).map((lap) => Object.assign(lap, { isClean: false }))
  const [am] = correctedFigures([...field, ...inPit])
  expect(am?.cars.get(car('99'))).toEqual({
    car: '99',
    quantities: { lap: { laps: [] }, s1: { laps: [] }, s2: { laps: [] }, s3: { laps: [] } },
    opportunities: { list: [], worstSectionLaps: { s1: 0, s2: 0, s3: 0 } },
  })
})

test('a race without laps has no class', () => {
  expect(correctedFigures([])).toEqual([])
  expect(mainClass([])).toBeUndefined()
})
