import { CarNumber, raceIdOf, TrackId } from './ids.ts'
import type { Flag, Lap } from './lap.ts'
import type { PerQuantity } from './quantity.ts'
import type { RaceTiming } from './race-timing.ts'

/** A car's number for tests: `car('13')`. */
export const car = (number: string): CarNumber => CarNumber.parse(number)

/** A clean-looking second lap of car 13; say only what the test is about. */
export function lap(parts: Partial<Omit<Lap, 'car'>> & { readonly car?: string } = {}): Lap {
  return {
    carClass: 'Am',
    lapNumber: 2,
    timeMs: { lap: 97_428, s1: 26_592, s2: 42_380, s3: 28_456 },
    flagAtLine: 'green',
    isInLap: false,
    line: 3,
    ...parts,
    car: car(parts.car ?? '13'),
  }
}

type LapParts = Partial<Omit<Lap, 'car' | 'lapNumber' | 'timeMs'>> & {
  readonly timeMs?: PerQuantity<number>
}

/**
 * Laps 1, 2, 3, … of one car, each said by its lap time or by its parts, with the race time running on:
 * `lapsOf('13', [110_000, 98_000, { timeMs: { lap: 99_000 }, flagAtLine: 'fcy' }])`.
 */
export function lapsOf(number: string, laps: readonly (number | LapParts)[]): Lap[] {
  let elapsedMs = 0
  return laps.map((parts, index) => {
    const said = typeof parts === 'number' ? { timeMs: { lap: parts } } : parts
    const timeMs = said.timeMs ?? { lap: 97_428, s1: 26_592, s2: 42_380, s3: 28_456 }
    elapsedMs += timeMs.lap ?? 0
    const hourMs = raceStartHourMs + elapsedMs
    const line = index + 2
    return lap({ elapsedMs, hourMs, line, ...said, car: number, lapNumber: index + 1, timeMs })
  })
}

/** Races of tests start at 13:00 local time. */
export const raceStartHourMs = 13 * 3_600_000

/** The flags of consecutive laps in short: `withFlags(lapsOf(…), ['green', 'fcy'])`. */
export function withFlags(laps: readonly Lap[], flags: readonly Flag[]): Lap[] {
  return laps.map((one, index) => ({ ...one, flagAtLine: flags[index] ?? one.flagAtLine }))
}

/** Race 1 at Barber without any lap; say only what the test is about. */
export function raceTiming(
  parts: Partial<Omit<RaceTiming, 'raceId' | 'trackId'>> & { readonly trackId?: string } = {},
): RaceTiming {
  const trackId = TrackId.parse(parts.trackId ?? 'barber')
  const raceNumber = parts.raceNumber ?? 1
  return {
    date: '2025-09-06',
    utcOffsetHours: -5,
    isInvented: false,
    timingFile: '23_AnalysisEnduranceWithSections_Race 1.CSV',
    laps: [],
    ...parts,
    raceNumber,
    trackId,
    raceId: raceIdOf(trackId, raceNumber),
  }
}
