import { headBytes } from './recognise.ts'
import type { PlannedRace } from '#core/ports/season-reader.ts'
import { sampleSpan } from './place-weather.ts'
import type { Lap } from '#core/domain/lap.ts'
import { localDate, raceDateFrom, wallSpan, type RaceDate } from '#core/domain/race-date.ts'
import type { WeatherSample } from '#core/domain/race-timing.ts'
import { SourceError, type TimingSource } from '#core/ports/timing-source.ts'

/** When a race was, as far as it can be told, and what told it. */
export type RaceMoment = Partial<RaceDate> & {
  readonly toldBy: 'calendar' | 'weather' | 'loggers' | 'nothing'
}

/** The date and UTC offset: known beforehand, else from weather, else from the loggers' clocks. */
export async function momentOf(
  planned: PlannedRace,
  known: RaceDate | undefined,
  laps: readonly Lap[],
  samples: readonly WeatherSample[],
  source: TimingSource,
): Promise<RaceMoment> {
  if (known !== undefined) return { ...known, toldBy: 'calendar' }
  const wall = wallSpan(laps)
  const span = sampleSpan(samples)
  const byWeather = wall && span && raceDateFrom(wall, span, 0.5)
  if (byWeather !== undefined) return { ...byWeather, toldBy: 'weather' }
  const instants = await loggerInstants(planned, source)
  const middle = instants.toSorted((a, b) => a - b)[Math.floor(instants.length / 2)]
  if (middle === undefined) return { toldBy: 'nothing' }
  const byLoggers = wall && raceDateFrom(wall, { fromMs: middle, toMs: middle }, 1)
  return { ...(byLoggers ?? { date: localDate(middle, 0) }), toldBy: 'loggers' }
}

/** When the loggers' first lines were received, by the receiver's clock in UTC. */
async function loggerInstants(
  { lapTimes }: PlannedRace,
  source: TimingSource,
): Promise<readonly number[]> {
  const heads = await Promise.all(
    lapTimes.map(async (file) => {
      try {
        return new TextDecoder().decode(await source.head(file, headBytes))
      } catch (error) {
        // A logger file is one of three ways to a date; the others may do.
        if (error instanceof SourceError) return ''
        throw error
      }
    }),
  )
  const lines = heads.flatMap((head) => head.split('\n'))
  return lines.flatMap((line) => {
    // The receiver's time stands before the logger's, whose clock is days off.
    const stamp = /\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(line)?.[0]
    const instant = stamp === undefined ? Number.NaN : Date.parse(stamp)
    return Number.isNaN(instant) ? [] : [instant]
  })
}
