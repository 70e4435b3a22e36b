import type { RaceDraft } from './race-draft.ts'
import type { Calendar } from './known-season.ts'
import type { SightedFile } from './sighted-file.ts'
import { readTimingCsv } from './timing-csv.ts'
import { readWeatherCsv } from './weather-csv.ts'
import { isNearDate, overlapMs, utcSpan, wallSpan, type Span } from '#core/domain/race-date.ts'
import type { WeatherSample } from '#core/domain/race-timing.ts'
import { SourceError, type SourceFile, type TimingSource } from '#core/ports/timing-source.ts'

/**
 * The race that a weather file belongs to whose path does not say it: the one of known date that its
 * time span overlaps most; else the only one that could still be meant.
 */
export async function raceOfWeather(
  weather: SightedFile,
  drafts: readonly RaceDraft[],
  source: TimingSource,
  calendar: Calendar,
): Promise<RaceDraft | undefined> {
  const bytes = await bytesOf(source, weather.file)
  const span = sampleSpan(readWeatherCsv(weather.file.path, bytes).samples)
  if (span === undefined) return undefined
  const dated = drafts.filter(({ raceId }) => {
    const known = calendar.get(raceId)
    return known !== undefined && isNearDate(span.fromMs, known.date)
  })
  const overlaps = await Promise.all(
    dated.map(async (draft) => ({ draft, ms: await overlapWith(draft, span, source, calendar) })),
  )
  const best = overlaps.filter(({ ms }) => ms > 0).toSorted((a, b) => b.ms - a.ms)[0]
  return best?.draft ?? onlyUndated(drafts, calendar)
}

/** First to last sample. */
export function sampleSpan(samples: readonly WeatherSample[]): Span | undefined {
  const first = samples[0]
  const last = samples.at(-1)
  if (first === undefined || last === undefined) return undefined
  return { fromMs: first.utcSeconds * 1000, toMs: last.utcSeconds * 1000 }
}

async function overlapWith(
  { raceId, timing }: RaceDraft,
  span: Span,
  source: TimingSource,
  calendar: Calendar,
): Promise<number> {
  const known = calendar.get(raceId)
  const { path } = timing.file
  const wall = wallSpan(readTimingCsv(path, await bytesOf(source, timing.file)).laps)
  if (known === undefined || wall === undefined) return -1
  return overlapMs(utcSpan(wall, known), span)
}

function onlyUndated(drafts: readonly RaceDraft[], calendar: Calendar): RaceDraft | undefined {
  const open = drafts.filter(
    ({ raceId, others }) => !calendar.has(raceId) && !others.some(({ kind }) => kind === 'weather'),
  )
  return open.length === 1 ? open[0] : undefined
}

/** A file that cannot be read places nothing; where it is used it is reported. */
async function bytesOf(source: TimingSource, file: SourceFile): Promise<Uint8Array> {
  try {
    return await source.read(file)
  } catch (error) {
    if (error instanceof SourceError) return new Uint8Array()
    throw error
  }
}
