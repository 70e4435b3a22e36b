import { readBestLapsCsv } from './best-laps-csv.ts'
import { sampleSpan } from './place-weather.ts'
import { momentOf, type RaceMoment } from './race-moment.ts'
import type { RowsRead } from './read-rows.ts'
import { readResultsCsv } from './results-csv.ts'
import type { Calendar } from './known-season.ts'
import { columnsOf } from './timing-columns.ts'
import { readTimingCsv } from './timing-csv.ts'
import { readWeatherCsv } from './weather-csv.ts'
import type { Lap } from '#core/domain/lap.ts'
import type { Problem } from '#core/domain/problem.ts'
import { overlapMs, utcSpan, wallSpan, type Span } from '#core/domain/race-date.ts'
import type { BestLapsRow, RaceTiming, ResultRow, WeatherSample } from '#core/domain/race-timing.ts'
import type { FileRead, PlannedRace, RaceRead } from '#core/ports/season-reader.ts'
import { SourceError, type SourceFile, type TimingSource } from '#core/ports/timing-source.ts'

type Draft<T> = { -readonly [K in keyof T]: T[K] }

/** Reads the files of one race, one after another. */
export async function readRace(
  source: TimingSource,
  planned: PlannedRace,
  calendar: Calendar,
): Promise<RaceRead> {
  const timing = await readPart(source, planned.timing, readTimingCsv)
  const laps = timing.read?.laps ?? []
  const weather = await readPart(source, planned.weather, readWeatherCsv)
  const results = await readPart(source, planned.results?.file, (file, bytes) =>
    readResultsCsv(file, bytes, laps),
  )
  const bestLaps = await readPart(source, planned.bestLaps, (file, bytes) =>
    readBestLapsCsv(file, bytes, laps),
  )
  const measured = weather.read?.samples ?? []
  const moment = await momentOf(planned, calendar.get(planned.raceId), laps, measured, source)
  const stray = weatherOfAnotherDay(planned, moment, laps, measured)
  const samples = stray.length === 0 ? measured : []
  const race = raceTiming(planned, moment, { laps, samples, ...results.read, ...bestLaps.read })
  const parts = [timing, weather, results, bestLaps]
  const reads = parts.flatMap(({ read }): readonly RowsRead[] => (read === undefined ? [] : [read]))
  return {
    ...(laps.length === 0 ? {} : { timing: race }),
    dateToldBy: moment.toldBy,
    columns: columnsOf(timing.read?.lines.header ?? []),
    lines: reads.map(({ lines }) => lines),
    problems: [
      ...parts.flatMap(({ problems }) => problems),
      ...stray,
      ...raceProblems(planned, laps, moment),
    ],
    files: reads.map(fileRead),
    rowsRead: reads.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
    refusedRows: reads.reduce((sum, { refusedRows }) => sum + refusedRows, 0),
  }
}

function fileRead({ lines: { file }, rowsRead, refusedRows }: RowsRead): FileRead {
  return { file, rowsRead, refusedRows }
}

type Part<T> = { readonly read?: T; readonly problems: readonly Problem[] }

/** Reads one file of the race; where that fails, the others are still read. */
async function readPart<T extends RowsRead>(
  source: TimingSource,
  file: SourceFile | undefined,
  parse: (file: string, bytes: Uint8Array) => T,
): Promise<Part<T>> {
  if (file === undefined) return { problems: [] }
  try {
    const read = parse(file.path, await source.read(file))
    return { read, problems: read.problems }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return { problems: [{ code: error.code, file: file.path, message: error.message }] }
  }
}

type Rows = {
  readonly laps: readonly Lap[]
  readonly samples: readonly WeatherSample[]
  readonly results?: readonly ResultRow[]
  readonly bestLaps?: readonly BestLapsRow[]
}

function raceTiming(planned: PlannedRace, moment: RaceMoment, rows: Rows): RaceTiming {
  const { raceId, trackId, raceNumber, isInvented } = planned
  const { laps, samples, results, bestLaps } = rows
  const timingFile = planned.timing.path
  const race: Draft<RaceTiming> = { raceId, trackId, raceNumber, isInvented, timingFile, laps }
  if (moment.date !== undefined) race.date = moment.date
  if (moment.utcOffsetHours !== undefined) race.utcOffsetHours = moment.utcOffsetHours
  if (planned.weather !== undefined && samples.length > 0) {
    race.weather = { file: planned.weather.path, rows: samples }
  }
  if (planned.results !== undefined && results !== undefined && results.length > 0) {
    const { file, classification } = planned.results
    race.results = { file: file.path, classification, rows: results }
  }
  if (planned.bestLaps !== undefined && bestLaps !== undefined && bestLaps.length > 0) {
    race.bestLaps = { file: planned.bestLaps.path, rows: bestLaps }
  }
  return race
}

/** Weather that does not meet the race anywhere says nothing of it, whatever its name. */
function weatherOfAnotherDay(
  { weather, raceId }: PlannedRace,
  { date, utcOffsetHours }: RaceMoment,
  laps: readonly Lap[],
  samples: readonly WeatherSample[],
): readonly Problem[] {
  const wall = wallSpan(laps)
  const span = sampleSpan(samples)
  if (weather === undefined || wall === undefined || span === undefined) return []
  if (date === undefined || utcOffsetHours === undefined) return []
  const race = utcSpan(wall, { date, utcOffsetHours })
  if (overlapMs(race, span) >= 0) return []
  const message = `the samples are from ${spanText(span)}, ${raceId} was ${spanText(race)}: the race has no weather`
  return [{ code: 'weather-of-another-day', file: weather.path, message }]
}

function spanText({ fromMs, toMs }: Span): string {
  const [from, to] = [fromMs, toMs].map((ms) => new Date(ms).toISOString().slice(0, 16))
  return `${from?.replace('T', ' ')} to ${to?.replace('T', ' ')} UTC`
}

function raceProblems(
  { timing, raceId }: PlannedRace,
  laps: readonly Lap[],
  moment: RaceMoment,
): readonly Problem[] {
  if (laps.length === 0) {
    const message = `${raceId} has no lap that could be read: nothing is computed of it`
    return [{ code: 'no-laps', file: timing.path, message }]
  }
  if (moment.date !== undefined) return []
  const message = `nothing tells the date of ${raceId}: its laps cannot be put beside weather`
  return [{ code: 'no-date', file: timing.path, message }]
}
