import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { TrackDocument } from '#core/protocol/documents/track-document.ts'
import { notFound } from './errors.ts'

/** How many names a message lists. */
const mostNames = 40

export function noTrack(id: string, tracks: readonly TrackDocument[]): never {
  throw notFound(
    `track '${shown(id)}' is not in this season; ${listed(tracks.map((t) => t.trackId))}`,
  )
}

/** Names the races of the same track where there are some, else all. */
export function noRace(id: string, races: readonly RaceDocument[]): never {
  const trackId = id.replace(/-r[0-9]*$/, '').toLowerCase()
  const near = races.filter((race) => race.trackId === trackId)
  const ids = (near.length > 0 ? near : races).map((race) => race.raceId)
  throw notFound(`race '${shown(id)}' is not in this season; ${listed(ids)}`)
}

export function noCar(number: string, race: RaceDocument): never {
  const cars = race.cars.map(({ car }) => car)
  throw notFound(`car '${shown(number)}' is not in race ${race.raceId}; ${listed(cars)}`)
}

export function noLap(lap: number, car: string, raceId: string, laps: readonly number[]): never {
  const range =
    laps.length === 0 ? 'it has none' : `its laps are ${Math.min(...laps)} to ${Math.max(...laps)}`
  throw notFound(`lap ${lap} of car ${car} is not in race ${raceId}; ${range}`)
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'it has none'
  const more = names.length > mostNames ? `, and ${names.length - mostNames} more` : ''
  return `it has ${names.slice(0, mostNames).join(', ')}${more}`
}

/** What somebody typed, kept short. */
function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
