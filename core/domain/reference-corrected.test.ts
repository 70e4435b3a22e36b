import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { readRealRaces, type RealRace } from '#core/adapters/real-races.ts'
import { realSeason, referenceRace, referenceRaces } from '#core/adapters/real-season.ts'
import { cardCars, cardOf, type CardCar, type CardCheck, checkedCards } from './card.ts'
import {
  type CorrectedCar,
  type CorrectedClass,
  type CorrectedField,
  correctedFigures,
} from './corrected-figures.ts'
import { differences } from './differences.ts'
import { ledgerOf } from './ledger.ts'
import type { PerQuantity } from './quantity.ts'

/** Seconds with six decimals, of which half cases are rounded as another language does. */
const tolerance = () => 1.5e-6

const Race = z.object({
  file: z.string(),
  track_state: z.record(z.string(), z.unknown()),
  cars: z.record(z.string(), z.object({ corrected: z.unknown(), card: z.unknown().optional() })),
})

const seconds = (ms: number | undefined) => (ms === undefined ? undefined : ms / 1000)
/** The reference writes a car's second namesake '3#2'. */
const nameOf = (car: string) => car.replace('-', '#')

/** Neither has a figure that the other lacks. */
const bothWays = (actual: unknown, expected: unknown, at?: string) => [
  ...differences(actual, expected, tolerance, at),
  ...differences(expected, actual, tolerance, at),
]

let realRaces: readonly RealRace[] = []
beforeAll(async () => {
  realRaces = await readRealRaces()
})

describe.skipIf(realSeason === undefined).each(referenceRaces)('%s race %i', (track, number) => {
  const reference = () => referenceRace(Race, track, number)
  const classesOf = (file: string) => {
    const found = realRaces.find(({ race }) => race.timingFile === file)
    return correctedFigures(ledgerOf(found?.race.laps ?? []))
  }

  test('field effect, quick quarter and field median', () => {
    const { file, track_state: expected } = reference()
    const classes = classesOf(file)
    expect(classes).toHaveLength(1)
    const actual = classes.map(({ field }) => trackState(field))[0]
    expect(bothWays(actual, expected)).toEqual([])
    expect(actual).toMatchObject({ n_cars: expected['n_cars'] })
  })

  test('pace, target, opportunities, trend and steadiness of every car', () => {
    const { file, cars } = reference()
    const actual = byName(classesOf(file), correctedOf)
    expect([...actual.keys()].toSorted()).toEqual(Object.keys(cars).toSorted())
    const found = Object.entries(cars).flatMap(([car, { corrected }]) =>
      bothWays(actual.get(car), corrected, car),
    )
    expect(found).toEqual([])
  })

  test.skipIf(number === 2)('cards, and their check in race 2', () => {
    const { file, cars } = reference()
    const before = cardCars(classesOf(file))
    const after = cardCars(classesOf(file.replaceAll(/Race 1(?=[/_])/g, 'Race 2')))
    const checks = checkedCards(before, after)
    const actual = new Map(
      before.map((car) => [nameOf(car.car), cardWith(car, checks.get(car.car))]),
    )
    const found = Object.entries(cars).flatMap(([car, { card }]) =>
      bothWays(actual.get(car), card, car),
    )
    expect(found).toEqual([])
  })
})

function byName<T>(classes: readonly CorrectedClass[], of: (car: CorrectedCar) => T) {
  return new Map(
    classes.flatMap(({ cars }) => [...cars.values()].map((car) => [nameOf(car.car), of(car)])),
  )
}

function trackState(field: PerQuantity<CorrectedField>) {
  const each = <T>(of: (one: CorrectedField) => T) =>
    Object.fromEntries(Object.entries(field).map(([quantity, one]) => [quantity, of(one)]))
  return {
    effect: each(({ effect }) =>
      Object.fromEntries([...effect].map(([lap, { effectMs }]) => [lap, seconds(effectMs)])),
    ),
    quick_quarter_s: each(({ quickQuarterMs }) => seconds(quickQuarterMs)),
    field_median_s: each(({ fieldMedianMs }) => seconds(fieldMedianMs)),
    n_cars: each(({ cars }) => cars),
  }
}

function correctedOf(car: CorrectedCar) {
  const { list, firstStandsOut, worstSectionLaps } = car.opportunities
  return {
    ...Object.fromEntries(
      Object.entries(car.quantities).map(([quantity]) => [quantity, quantityOf(car, quantity)]),
    ),
    opportunities: list.map(({ section }) => section),
    first_stands_out: firstStandsOut,
    worst_section_laps: worstSectionLaps,
  }
}

function quantityOf(car: CorrectedCar, quantity: string) {
  const figures = new Map(Object.entries(car.quantities)).get(quantity)
  if (figures?.pace === undefined) return undefined
  const { laps, pace, repeat } = figures
  return {
    n: laps.length,
    pace_s: seconds(pace.paceMs),
    low_s: seconds(pace.lowMs),
    high_s: seconds(pace.highMs),
    rank: pace.rank,
    pace_gap_s: seconds(pace.gap?.paceGapMs),
    target_s: seconds(repeat?.target?.targetMs),
    repeat_gain_s: seconds(repeat?.target?.repeatGainMs),
    target_laps: repeat?.targetLaps,
    ...(quantity === 'lap' ? wholeLapOf(car) : {}),
  }
}

function wholeLapOf({ trend, steadiness }: CorrectedCar) {
  return {
    trend: trend && {
      slope_s_per_lap: seconds(trend.slopeMsPerLap),
      low: seconds(trend.lowMs),
      high: seconds(trend.highMs),
      verdict: trend.verdict,
    },
    steady_s: seconds(steadiness?.steadyMs),
    consistency: steadiness?.consistencyScore,
    steady_rank: steadiness?.rank,
  }
}

function cardWith(car: CardCar, check: CardCheck | undefined) {
  const card = cardOf(car)
  if (card === undefined) return undefined
  const others = check?.othersAsMuch
  return {
    quantity: card.section,
    pace_gap_s: seconds(card.paceGapMs),
    aim_gap_s: seconds(card.aimGapMs),
    verdict: check?.verdict,
    shift_s: seconds(check?.shiftMs),
    low_s: seconds(check?.lowMs),
    high_s: seconds(check?.highMs),
    usual_shift_s: seconds(check?.usualShiftMs),
    others_as_much: others && [others.cars, others.of],
  }
}
