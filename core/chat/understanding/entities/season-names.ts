import type { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import type { SectionId, SubSectionId } from '#core/domain/quantity.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { TrackDocument } from '#core/protocol/documents/track-document.ts'
import { plainText } from '../plain-text.ts'

/** A race as far as it can be named in a question. */
export type RaceNames = {
  readonly raceId: RaceId
  readonly trackId: TrackId
  readonly raceNumber: number
  /** '2025-09-06' */
  readonly date?: string
  /** 0 is Sunday. */
  readonly weekday?: number
  readonly raceLaps: number
  readonly restartLaps: readonly number[]
  /** How many laps each car did. */
  readonly cars: ReadonlyMap<CarNumber, number>
  readonly subSections: readonly SubSectionId[]
}

export type TrackNames = {
  readonly trackId: TrackId
  readonly shortName: string
  /** What people call it, in plain text, longest first. */
  readonly spoken: readonly string[]
  /** The section and, where it is known, the sub-section that a corner ('3a') lies in. */
  readonly corners: ReadonlyMap<string, SectionId | SubSectionId>
  readonly cornerNote?: string
  readonly races: readonly RaceNames[]
}

/** All that can be named in a published season; built once a generation. */
export type SeasonNames = {
  readonly tracks: readonly TrackNames[]
  readonly races: ReadonlyMap<RaceId, RaceNames>
  /** The numbers of all cars of all races. */
  readonly cars: ReadonlySet<CarNumber>
}

export function seasonNames(
  tracks: readonly TrackDocument[],
  races: readonly RaceDocument[],
): SeasonNames {
  const named = races
    .map(raceNames)
    .toSorted((a, b) => a.raceNumber - b.raceNumber || (a.raceId < b.raceId ? -1 : 1))
  const spoken = spokenNames(tracks)
  return {
    tracks: tracks.map((track) => ({
      trackId: track.trackId,
      shortName: track.shortName,
      spoken: spoken.get(track.trackId) ?? [],
      corners: cornersOf(track),
      ...(track.cornerNote !== null && { cornerNote: track.cornerNote }),
      races: named.filter(({ trackId }) => trackId === track.trackId),
    })),
    races: new Map(named.map((race) => [race.raceId, race])),
    cars: new Set(named.flatMap(({ cars }) => [...cars.keys()])),
  }
}

export function trackOf(names: SeasonNames, trackId: TrackId): TrackNames | undefined {
  return names.tracks.find((track) => track.trackId === trackId)
}

function raceNames(race: RaceDocument): RaceNames {
  return {
    raceId: race.raceId,
    trackId: race.trackId,
    raceNumber: race.raceNumber,
    ...(race.date !== null && { date: race.date, weekday: new Date(race.date).getUTCDay() }),
    raceLaps: race.raceLaps,
    restartLaps: race.phases.flatMap(({ restartLap }) => restartLap ?? []),
    cars: new Map(race.cars.map(({ car, laps }) => [car, laps])),
    subSections: race.layout.subSections,
  }
}

function cornersOf(track: TrackDocument): TrackNames['corners'] {
  const places = track.sections.flatMap((section) => [
    ...section.corners.map((corner) => [corner.toLowerCase(), section.section] as const),
    ...section.subSections.flatMap((half) =>
      half.corners.map((corner) => [corner.toLowerCase(), half.subSection] as const),
    ),
  ])
  return new Map(places)
}

/** Words that many tracks have in their names: alone they name none. */
const generic = new Set(
  'circuit course international motor motors motorsport motorsports park race raceway racing road speedway street the track of autodromo autodrome lake city north south east west new fort saint'.split(
    ' ',
  ),
)

/** Names, aliases, places, initials, and single words that only one track has. */
function spokenNames(tracks: readonly TrackDocument[]): Map<TrackId, string[]> {
  const whole = new Map(tracks.map((track) => [track.trackId, wholeNames(track)]))
  const words = new Map(tracks.map((track) => [track.trackId, new Set(singleWords(track))]))
  const said = new Map<string, number>()
  for (const set of words.values())
    for (const word of set) said.set(word, (said.get(word) ?? 0) + 1)
  return new Map(
    tracks.map(({ trackId }) => {
      const single = [...(words.get(trackId) ?? [])].filter((word) => said.get(word) === 1)
      const all = new Set([...(whole.get(trackId) ?? []), ...single])
      return [trackId, [...all].toSorted((a, b) => b.length - a.length)]
    }),
  )
}

function wholeNames(track: TrackDocument): string[] {
  const { name, shortName, aliases, location, trackId } = track
  const places = location === null ? [] : [location.city, location.state]
  const initials = /\s/.test(shortName) ? [shortName.replaceAll(/(\w)\w*\s*/g, '$1')] : []
  return [name, shortName, trackId, ...aliases, ...places, ...initials]
    .map((text) => plainText(text).replaceAll(/[-_]/g, ' '))
    .filter((text) => text !== '')
}

function singleWords({ name, location }: TrackDocument): string[] {
  return [name, location?.city ?? '']
    .flatMap((text) => plainText(text).split(/[ -]/))
    .filter((word) => word.length >= 4 && !generic.has(word) && !/\d/.test(word))
}
