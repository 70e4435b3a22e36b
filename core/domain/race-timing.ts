import type { CarNumber, RaceId, TrackId } from './ids.ts'
import type { Lap } from './lap.ts'

/** One row of a weather file. What a sensor dropped (-999) is absent. */
export type WeatherSample = {
  /** Unix time. */
  readonly utcSeconds: number
  readonly airTempC?: number
  readonly trackTempC?: number
  readonly humidityPct?: number
  readonly pressureHpa?: number
  readonly windKph?: number
  readonly windDirectionDeg?: number
  /** The rain sensor's value as printed; it reads 0 in wet races of this season, so 0 never means dry. */
  readonly rain?: number
  readonly line: number
}

/** One row of a results file. */
export type ResultRow = {
  /** Already told apart from a car printed alike (D18). */
  readonly car: CarNumber
  readonly position?: number
  readonly status: string
  readonly laps?: number
  readonly fastestLapMs?: number
  readonly fastestLapNumber?: number
  readonly line: number
}

/** One row of the best-laps file (99_): the laps that count officially, quickest first, ten at most. */
export type BestLapsRow = {
  readonly car: CarNumber
  readonly totalLaps?: number
  readonly laps: readonly { readonly lapNumber: number; readonly lapTimeMs: number }[]
  readonly line: number
}

/** A part of a race that was read from one file. */
type FromFile<T> = { readonly file: string; readonly rows: readonly T[] }

/** Everything that was timed in one race: the input of jobs 1 to 4. */
export type RaceTiming = {
  readonly raceId: RaceId
  readonly trackId: TrackId
  readonly raceNumber: number
  /** Local date of the start, '2025-09-06'. */
  readonly date?: string
  /** Local minus UTC, -5 for Barber. */
  readonly utcOffsetHours?: number
  /** True for a season that was made up, as its files say. */
  readonly isInvented: boolean
  readonly timingFile: string
  /** In file order: by car, laps ascending. */
  readonly laps: readonly Lap[]
  readonly weather?: FromFile<WeatherSample>
  readonly results?: FromFile<ResultRow> & { readonly classification: 'official' | 'provisional' }
  readonly bestLaps?: FromFile<BestLapsRow>
}
