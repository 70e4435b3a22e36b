import type { CorrectedLap } from './field-effect.ts'
import { CarNumber, raceIdOf, TrackId } from './ids.ts'
import type { Flag, Lap } from './lap.ts'
import type { LedgerLap } from './ledger.ts'
import type { PerQuantity } from './quantity.ts'
import type { RaceTiming, WeatherSample } from './race-timing.ts'
import type { Track } from './track.ts'

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
const raceStartHourMs = 13 * 3_600_000

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

/** Clean laps 2, 3, 4, … of one car, each said by its lap time or by its parts; undefined is a lap left out. */
export function cleanLaps(
  number: string,
  laps: readonly (number | PerQuantity<number> | undefined)[],
  carClass = 'Am',
): LedgerLap[] {
  return laps.flatMap((said, index) => {
    if (said === undefined) return []
    const timeMs = typeof said === 'number' ? { lap: said } : said
    const judged = { excludedBecause: [], isClean: true, isGreen: true }
    const hourMs = raceStartHourMs + (index + 2) * 100_000
    return { ...lap({ car: number, carClass, lapNumber: index + 2, timeMs, hourMs }), ...judged }
  })
}

/** Corrected laps 2, 3, 4, … that the track did nothing to; undefined is a lap left out. */
export function correctedLaps(times: readonly (number | undefined)[]): CorrectedLap[] {
  return times.flatMap((ms, index) =>
    ms === undefined ? [] : [{ lapNumber: index + 2, drivenMs: ms, correctedMs: ms }],
  )
}

/** A sample of every sensor, `seconds` after the race of `raceTiming` began; each value grows with them. */
export function weatherSample(seconds: number, parts: Partial<WeatherSample> = {}): WeatherSample {
  return {
    utcSeconds: Date.parse('2025-09-06T18:00:00Z') / 1000 + seconds,
    airTempC: 20 + seconds,
    trackTempC: 30 + seconds,
    humidityPct: 50 + seconds,
    pressureHpa: 990 + seconds,
    windKph: seconds,
    windDirectionDeg: seconds,
    rain: 0,
    line: 2,
    ...parts,
  }
}

/** A track that is known: it has an outline. */
export function track(parts: Partial<Omit<Track, 'trackId'>> = {}): Track {
  return {
    trackId: TrackId.parse('barber'),
    name: 'Barber Motorsports Park',
    shortName: 'Barber',
    location: null,
    aliases: [],
    direction: null,
    lengthM: 3674.7,
    kphLengthM: null,
    sections: [],
    cornerNote: null,
    cornerPositions: null,
    pitInM: null,
    pitOutM: null,
    speedTrapM: null,
    outline: triangle,
    sources: [],
    ...parts,
  }
}

const triangle: Track['outline'] = {
  lengthM: 12,
  sectionEndsM: { s1: 3, s2: 8, s3: 12 },
  points: [
    [0, 0],
    [3, 0],
    [0, 4],
  ],
}
