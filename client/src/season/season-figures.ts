import { formatDate } from '#core/domain/date-text.ts'
import { grouped } from '#core/domain/fact-text.ts'
import { counted } from '#core/domain/wording.ts'
import type { RaceSummary } from '#core/protocol/rest/race-answer.ts'
import type { TrackSummary } from '#core/protocol/rest/track-answer.ts'

/** '2025 season'; two years are named as '2024/2025'; without dates it is just the season. */
export function seasonTitle(races: readonly RaceSummary[]): string {
  const years = [...new Set(datesOf(races).map((date) => date.slice(0, 4)))]
  return years.length === 0 ? 'Season' : `${years.join('/')} season`
}

/** '7 tracks, 14 races, 7,214 laps, 6,234 of them green; weather of 13 races; 30 March to 19 October 2025' */
export function seasonLine(races: readonly RaceSummary[]): string {
  const tracks = new Set(races.map(({ trackId }) => trackId)).size
  const laps = races.reduce((sum, race) => sum + race.laps, 0)
  const green = races.reduce((sum, race) => sum + race.cleanLaps, 0)
  const measured = races.filter(({ hasWeather }) => hasWeather).length
  const weather =
    measured === races.length ? 'weather of all' : `weather of ${counted(measured, 'race')}`
  const dates = datesOf(races)
  const [first] = dates
  const last = dates.at(-1)
  const when =
    first === undefined || last === undefined ? '' : `; ${formatDate(first)} to ${formatDate(last)}`
  return `${counted(tracks, 'track')}, ${counted(races.length, 'race')}, ${counted(laps, 'lap')}, ${grouped(green)} of them green; ${weather}${when}`
}

function datesOf(races: readonly RaceSummary[]): string[] {
  return races.flatMap(({ date }) => date ?? []).toSorted()
}

export type TrackOfSeason = {
  readonly track: TrackSummary
  readonly races: readonly RaceSummary[]
}

/** Tracks in the order of their first race; those without a race or a date last. */
export function inCalendarOrder(
  tracks: readonly TrackSummary[],
  races: readonly RaceSummary[],
): readonly TrackOfSeason[] {
  const firstDate = ({ races: own }: TrackOfSeason) => datesOf(own)[0] ?? '9999'
  return tracks
    .map((track) => ({
      track,
      races: races
        .filter((race) => race.trackId === track.trackId)
        .toSorted((a, b) => a.raceNumber - b.raceNumber),
    }))
    .toSorted((a, b) => firstDate(a).localeCompare(firstDate(b)))
}

/** What a reader of the race's figures has to know first: what is missing, besides the weather. */
export function missingIn(race: RaceSummary): readonly string[] {
  const isJoined = race.layout.parts.some((part) => part.length > 1)
  return [
    ...(isJoined ? ['a timing loop failed: two sections'] : []),
    ...(race.classification === 'provisional' ? ['provisional results'] : []),
    ...(race.classification === null ? ['no results'] : []),
  ]
}
