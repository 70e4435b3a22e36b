import { byClass } from './car-laps.ts'
import { type CorrectedLap, correctedByCar, type FieldEffect, fieldEffect } from './field-effect.ts'
import type { CarNumber } from './ids.ts'
import type { Lap } from './lap.ts'
import type { LedgerLap } from './ledger.ts'
import { type Opportunities, opportunities, type SectionAgainstQuarter } from './opportunities.ts'
import { type FieldPace, fieldPace, type Pace } from './pace.ts'
import { present } from './present.ts'
import { rankOf } from './quantile.ts'
import {
  type PerQuantity,
  type PerSection,
  type Quantity,
  quantities,
  sectionIds,
} from './quantity.ts'
import { type Repeat, repeat } from './repeat.ts'
import { type SpreadShares, spreadShares } from './spread-shares.ts'
import { type Steadiness, steadiness } from './steadiness.ts'
import { type Trend, trend } from './trend.ts'

/** One car in one quantity: its corrected times and what they say (D11, D12, D14). */
export type CorrectedQuantity = {
  readonly laps: readonly CorrectedLap[]
  readonly pace?: Pace
  readonly repeat?: Repeat
}

/** One car with the track taken out (D11 to D14, D16, D17, the last part of D20). */
export type CorrectedCar = {
  readonly car: CarNumber
  /** Of quantities that have a field effect. */
  readonly quantities: PerQuantity<CorrectedQuantity>
  readonly opportunities: Opportunities
  readonly trend?: Trend
  readonly steadiness?: Steadiness & { readonly rank: number }
  readonly spreadShares?: SpreadShares
}

/** What the class did in one quantity (D11, D12). */
export type CorrectedField = {
  readonly effect: FieldEffect
  /** How many cars have a pace. */
  readonly cars: number
  readonly quickQuarterMs?: number
  readonly fieldMedianMs?: number
}

/** A class of a race with the track taken out. */
export type CorrectedClass = {
  readonly carClass: string
  readonly cleanLaps: number
  /** Quantities that no lap of this class can be corrected in are absent. */
  readonly field: PerQuantity<CorrectedField>
  /** Every car of the class, in file order. */
  readonly cars: ReadonlyMap<CarNumber, CorrectedCar>
}

/** The figures of every class of a race, in file order. */
export function correctedFigures(ledger: readonly LedgerLap[]): readonly CorrectedClass[] {
  return [...byClass(ledger)].map(([carClass, laps]) => {
    const cars = new Set(laps.map(({ car }) => car))
    const cleanLaps = laps.filter(({ isClean }) => isClean)
    return correctedClass(carClass, [...cars], cleanLaps)
  })
}

/** The class with the most clean laps: what is said of a race as a whole is said of it. */
export function mainClass(classes: readonly CorrectedClass[]): CorrectedClass | undefined {
  return classes.toSorted((a, b) => b.cleanLaps - a.cleanLaps)[0]
}

function correctedClass(
  carClass: string,
  cars: readonly CarNumber[],
  cleanLaps: readonly Lap[],
): CorrectedClass {
  const measured = quantities.flatMap((quantity) => {
    const effect = fieldEffect(cleanLaps, quantity)
    if (effect.size === 0) return []
    const corrected = correctedByCar(cleanLaps, quantity, effect)
    return [{ quantity, effect, corrected, pace: fieldPace(corrected) }]
  })
  const figures = cars.map((car) => correctedCar(car, measured))
  const steady = figures.flatMap((figure) => figure.steadiness?.steadyMs ?? [])
  return {
    carClass,
    cleanLaps: cleanLaps.length,
    field: Object.fromEntries(
      measured.map(({ quantity, effect, pace: { cars: paces, ...field } }) => [
        quantity,
        { effect, cars: paces.size, ...field },
      ]),
    ),
    cars: new Map(
      figures.map(({ steadiness: own, ...figure }) => [
        figure.car,
        own === undefined
          ? figure
          : { ...figure, steadiness: { ...own, rank: rankOf(own.steadyMs, steady) } },
      ]),
    ),
  }
}

/** A quantity of a class: its corrected times and its paces. */
type Measured = {
  readonly quantity: Quantity
  readonly effect: FieldEffect
  readonly corrected: ReadonlyMap<CarNumber, readonly CorrectedLap[]>
  readonly pace: FieldPace
}

function correctedCar(car: CarNumber, measured: readonly Measured[]) {
  const own: PerQuantity<CorrectedQuantity> = Object.fromEntries(
    measured.map(({ quantity, corrected, pace }) => {
      const laps = corrected.get(car) ?? []
      return [quantity, present({ laps, pace: pace.cars.get(car), repeat: repeat(laps) })]
    }),
  )
  const laps: PerQuantity<readonly CorrectedLap[]> = Object.fromEntries(
    measured.map(({ quantity, corrected }) => [quantity, corrected.get(car) ?? []]),
  )
  return present({
    car,
    quantities: own,
    opportunities: opportunities(againstQuarter(own, measured)),
    trend: trend(laps.lap ?? []),
    steadiness: steadiness(laps.lap ?? []),
    spreadShares: spreadShares(laps),
  })
}

function againstQuarter(
  own: PerQuantity<CorrectedQuantity>,
  measured: readonly Measured[],
): PerSection<SectionAgainstQuarter> {
  return Object.fromEntries(
    sectionIds.flatMap((section) => {
      const gap = own[section]?.pace?.gap
      const quarter = measured.find(({ quantity }) => quantity === section)?.pace.quickQuarterMs
      if (gap === undefined || quarter === undefined) return []
      return [[section, { laps: own[section]?.laps ?? [], quickQuarterMs: quarter, gap }]]
    }),
  )
}
