import {
  type Quantity,
  sectionIds,
  type SubSectionId,
  subSectionsOf,
} from '#core/domain/quantity.ts'
import type { CarSummary } from '#core/protocol/rest/car-summary.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'

/** A line of the comparison: a lap, section or sub-section of both; undefined where it was not timed. */
export type ComparedPart = {
  readonly quantity: Quantity
  readonly ownMs: number | undefined
  readonly otherMs: number | undefined
}

/** Two laps as they were driven. */
export function partsOfLaps(own: LedgerLap, other: LedgerLap): readonly ComparedPart[] {
  return quantitiesOf(
    (sub) => own.subSectionMs[sub] !== null || other.subSectionMs[sub] !== null,
  ).map((quantity) => ({
    quantity,
    ownMs: timeOf(own, quantity),
    otherMs: timeOf(other, quantity),
  }))
}

function timeOf(lap: LedgerLap, quantity: Quantity): number | undefined {
  if (quantity === 'lap') return lap.lapTimeMs ?? undefined
  const times = { ...lap.sectionMs, ...lap.subSectionMs }
  return times[quantity] ?? undefined
}

/** The pace of two cars over their green laps, the track taken out. */
export function partsOfCars(own: CarSummary, other: CarSummary): readonly ComparedPart[] {
  return quantitiesOf(() => false).map((quantity) => ({
    quantity,
    ownMs: paceOf(own, quantity),
    otherMs: paceOf(other, quantity),
  }))
}

function paceOf(car: CarSummary, quantity: Quantity): number | undefined {
  if (quantity === 'lap') return car.pace?.paceMs
  const section = sectionIds.find((id) => id === quantity)
  return section === undefined ? undefined : car.sections[section]?.pace?.paceMs
}

function quantitiesOf(isTimed: (sub: SubSectionId) => boolean): readonly Quantity[] {
  return ['lap', ...sectionIds.flatMap((id) => [id, ...subSectionsOf[id].filter(isTimed)])]
}
