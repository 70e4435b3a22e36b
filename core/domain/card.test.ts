import { expect, test } from 'vitest'
import { type CardCar, cardCars, cardOf, checkedCards } from './card.ts'
import { correctedFigures } from './corrected-figures.ts'
import { car, cleanLaps } from './fixtures.ts'

/** Twelve laps of a section around a gap to a quick quarter of 30 s, its best quarter 60 ms better. */
function driver(
  number: string,
  gapMs: number,
  parts: Partial<CardCar['sections']['s2']> = {},
): CardCar {
  const around = [-60, -60, -60, -60, 0, 0, 0, 0, 60, 60, 60, 60]
  return {
    car: car(number),
    carClass: 'Am',
    opportunities: gapMs > 0 ? ['s2'] : [],
    sections: {
      s2: {
        correctedMs: around.map((ms) => 30_000 + gapMs + ms),
        quickQuarterMs: 30_000,
        paceGapMs: gapMs,
        repeatGainMs: 60,
        ...parts,
      },
    },
  }
}
const inGt = (one: CardCar): CardCar => ({ ...one, carClass: 'GT' })
const field = (gaps: readonly number[]) => gaps.map((gap, index) => driver(`${index + 1}`, gap))

test('a card asks for the first opportunity, as good as the car often is', () => {
  expect(cardOf(driver('13', 200))).toEqual({
    section: 's2',
    paceGapMs: 200,
    repeatGainMs: 60,
    aimGapMs: 140,
  })
})

test('a card never asks for more than the quick quarter', () => {
  expect(cardOf(driver('13', 40))?.aimGapMs).toBe(0)
})

test('no opportunity, or none that is repeatable, makes no card', () => {
  expect(cardOf(driver('13', -10))).toBeUndefined()
  const { repeatGainMs: _, ...lucky } = driver('13', 200).sections.s2 ?? { correctedMs: [] }
  expect(cardOf({ ...driver('13', 200), sections: { s2: lucky } })).toBeUndefined()
})

const before = field([200, 200, 200, 200, 200, 200, 200, 200, 200])

test('half of what was asked, beyond what all did, is met', () => {
  // Asked: 60 ms. All others stayed where they were.
  const after = field([0, 200, 200, 200, 200, 200, 200, 200, 200])
  const checks = checkedCards(before, after)
  expect(checks.get(car('1'))).toMatchObject({
    verdict: 'met',
    shiftMs: -200,
    usualShiftMs: 0,
    othersAsMuch: { cars: 0, of: 8 },
  })
})

test('a car that got slower did not meet its card', () => {
  const after = field([400, 200, 200, 200, 200, 200, 200, 200, 200])
  expect(checkedCards(before, after).get(car('1'))?.verdict).toBe('not-met')
})

test('moving as everyone did tells nothing', () => {
  const after = field([0, 0, 0, 0, 0, 0, 0, 0, 0])
  expect(checkedCards(before, after).get(car('1'))).toMatchObject({
    verdict: 'cannot-tell',
    shiftMs: -200,
    usualShiftMs: -200,
    othersAsMuch: { cars: 8, of: 8 },
  })
})

test('seven shifts have no usual one, so nothing can be told', () => {
  const seven = field([200, 200, 200, 200, 200, 200, 200])
  const check = checkedCards(seven, field([0, 200, 200, 200, 200, 200, 200])).get(car('1'))
  expect(check?.verdict).toBe('cannot-tell')
  expect(check?.usualShiftMs).toBeUndefined()
  expect(check?.shiftMs).toBe(-200)
})

test('a car that is not there in race 2, or with five laps, has no figures', () => {
  const five = driver('1', 0, { correctedMs: [30_000, 30_000, 30_000, 30_000, 30_000] })
  const checks = checkedCards(before, [five])
  expect(checks.get(car('1'))).toEqual({ verdict: 'cannot-tell' })
  expect(checks.get(car('2'))).toEqual({ verdict: 'cannot-tell' })
})

test('other classes do not count as others', () => {
  const gt = ['91', '92'].map((number) => inGt(driver(number, 200)))
  const check = checkedCards([...before, ...gt], [...before, ...gt]).get(car('1'))
  expect(check?.othersAsMuch).toEqual({ cars: 8, of: 8 })
})

test('cars come from the corrected figures of a race', () => {
  const laps = Array.from({ length: 9 }, (_, index) =>
    cleanLaps(
      `${index + 1}`,
      [0, 40, 80, 0, 40, 80, 0, 40, 80].map((ms) => ({ s2: 42_000 + 100 * index + ms })),
    ),
  ).flat()
  const cars = cardCars(correctedFigures(laps))
  expect(cars.map((one) => cardOf(one)?.paceGapMs)).toEqual([
    undefined,
    undefined,
    undefined,
    100,
    200,
    300,
    400,
    500,
    600,
  ])
})
