import type { WeekendStep } from './make-weekend.ts'
import { nobodyPhrased, type PhrasedCars } from './phrased-cars.ts'

/** What adds up from weekend to weekend. */
export type Tally = {
  races: number
  laps: number
  rowsRead: number
  refusedRows: number
  documents: number
  notes: number
  /** A step is one job on one weekend. */
  steps: number
  cars: PhrasedCars
}

export function newTally(): Tally {
  const zero = { races: 0, laps: 0, rowsRead: 0, refusedRows: 0, documents: 0, notes: 0, steps: 0 }
  return { ...zero, cars: nobodyPhrased }
}

export function addTo(tally: Tally, step: WeekendStep): void {
  if (step.type === 'read') {
    tally.races += step.races
    tally.laps += step.laps
    tally.rowsRead += step.rowsRead
    tally.refusedRows += step.refusedRows
  } else {
    tally.steps++
    tally.notes += step.notes
    for (const { documents } of step.batches) tally.documents += documents.length
  }
}
