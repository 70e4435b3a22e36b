import type { CarNumber } from './ids.ts'
import type { Lap } from './lap.ts'

/** What a reader of a race's figures has to know about the data behind them. */
export const qualityCodes = [
  'invented',
  'rows-refused',
  'no-date',
  'unknown-track',
  'average-speed',
  'sections-missing',
  'sections-together',
  'sub-sections-missing',
  'sub-sections-not-timed',
  'laps-missing',
  'unknown-flags',
  'no-trap-speed',
  'cars-printed-alike',
  'one-lap-cars',
  'few-clean-laps',
  'no-weather',
  'sensor-dead',
  'rain-sensor',
  'sensor-dropouts',
  'laps-outside-weather',
  'no-results',
  'provisional-results',
  'did-not-start',
  'car-without-laps',
  'fastest-lap-deleted',
  'no-official-list',
  'not-in-official-list',
] as const
export type QualityCode = (typeof qualityCodes)[number]

/** A lap of a race. */
export type LapRef = { readonly car: CarNumber; readonly lapNumber: number }

/** One thing to know, in plain words with its numbers. */
export type QualityNote = {
  readonly code: QualityCode
  readonly text: string
  readonly count?: number
  readonly cars?: readonly CarNumber[]
  readonly laps?: readonly LapRef[]
}

/** Laps as a note lists them. */
export function lapRefs(laps: readonly Lap[]): readonly LapRef[] {
  return laps.map(({ car, lapNumber }) => ({ car, lapNumber }))
}
