import type { CarSectionsAnswer } from '#core/protocol/rest/car-sections-answer.ts'
import type { CarSummary } from '#core/protocol/rest/car-summary.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'

/** One of two cars that are compared. */
export type ComparedCar = {
  readonly summary: CarSummary
  readonly laps: readonly LedgerLap[]
  readonly sections: CarSectionsAnswer
}
