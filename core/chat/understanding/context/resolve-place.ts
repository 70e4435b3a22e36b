import type { RaceId, TrackId } from '#core/domain/ids.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import type { Mention } from '../entities/mention.ts'
import type { RaceNames, SeasonNames, TrackNames } from '../entities/season-names.ts'
import { trackOf } from '../entities/season-names.ts'

export type Place = {
  readonly track?: TrackNames
  readonly race?: RaceNames
  /** All races that are meant, where it is more than one. */
  readonly races: readonly RaceNames[]
  /** A race that was named and is not there. */
  readonly unknownRace?: string
}

/** Which track and races are meant: what is named goes before what is taken from elsewhere. */
export function resolvePlace(
  mentions: readonly Mention[],
  sources: readonly Partial<Scope>[],
  names: SeasonNames,
  isFollowUp = false,
): Place {
  const named = mentions.flatMap((one) => (one.type === 'track' ? one.trackId : []))
  const track = trackFor(named[0], sources, names)
  const base = sources.map(({ raceId }) => raceId).find((raceId) => raceId !== undefined)
  const isAll = mentions.some((one) => one.type === 'races' && one.which === 'all')
  // "In each race at Barber": those of the track that is named.
  const atNamed = named.flatMap((id) => trackOf(names, id)?.races ?? [])
  if (isAll)
    return {
      ...(track && { track }),
      races: atNamed.length > 0 ? atNamed : [...names.races.values()],
    }
  const many = named.length > 1 ? named.flatMap((id) => trackOf(names, id)?.races ?? []) : []
  const wanted = mentions.flatMap((mention) => wantedRaces(mention, track, base, names))
  const isAsked = mentions.some(({ type }) => type.startsWith('race'))
  const found = [...new Set(wanted)]
  if (isAsked && found.length === 0 && track !== undefined) {
    return { track, races: [], unknownRace: track.shortName }
  }
  const elsewhere = found[0]?.trackId === track?.trackId ? undefined : found[0]
  const home = elsewhere === undefined ? track : trackOf(names, elsewhere.trackId)
  if (found.length === 0) {
    const found = withoutRace(home, base, many, named.length > 0, sources, names)
    // "And at VIR?" after race 2 is race 2.
    // After all of a track, "and Indy?" is all of it too.
    const isOfTrack = sources[0]?.trackId !== undefined && sources[0].raceId === undefined
    const isOfBoth = (sources[0]?.raceIds?.length ?? 0) > 1
    const number =
      base === undefined || !isFollowUp || isOfBoth || isOfTrack
        ? undefined
        : names.races.get(base)?.raceNumber
    const again = home?.races.find(({ raceNumber }) => raceNumber === number)
    const isOpen = found.race === undefined && again !== undefined && many.length === 0
    return isOpen ? { ...found, race: again } : found
  }
  const [race] = found
  return { ...(home && { track: home }), ...(race && { race }), races: found }
}

function withoutRace(
  track: TrackNames | undefined,
  base: RaceId | undefined,
  many: readonly RaceNames[],
  isTrackNamed: boolean,
  sources: readonly Partial<Scope>[],
  names: SeasonNames,
): Place {
  const race = base === undefined ? undefined : names.races.get(base)
  const isThere = race !== undefined && (track === undefined || race.trackId === track.trackId)
  const only = track?.races.length === 1 ? track.races[0] : undefined
  const taken = isThere ? race : only
  const before = isTrackNamed ? [] : (sources[0]?.raceIds ?? [])
  const races = many.length > 0 ? many : before.flatMap((id) => names.races.get(id) ?? [])
  return { ...(track && { track }), ...(taken && { race: taken }), races }
}

function trackFor(
  named: TrackId | undefined,
  sources: readonly Partial<Scope>[],
  names: SeasonNames,
): TrackNames | undefined {
  const from = sources
    .map(({ raceId, trackId }) => (raceId && names.races.get(raceId)?.trackId) ?? trackId)
    .find((id) => id !== undefined)
  const trackId = named ?? from
  return trackId === undefined ? undefined : trackOf(names, trackId)
}

function wantedRaces(
  mention: Mention,
  track: TrackNames | undefined,
  base: RaceId | undefined,
  names: SeasonNames,
): readonly RaceNames[] {
  if (mention.type === 'race-date') return onDate(mention, names)
  const races = track?.races ?? []
  if (mention.type === 'race') {
    return races.filter(({ raceNumber }) => raceNumber === mention.raceNumber)
  }
  if (mention.type === 'race-day') {
    return races.filter(({ weekday }) => weekday === mention.weekday)
  }
  if (mention.type !== 'races') return []
  if (mention.which === 'opener' || mention.which === 'finale') {
    const order = [...names.races.values()].toSorted((a, b) =>
      (a.date ?? '').localeCompare(b.date ?? ''),
    )
    const one = mention.which === 'opener' ? order[0] : order.at(-1)
    return one === undefined ? [] : [one]
  }
  return mention.which === 'both' ? races : races.filter(({ raceId }) => raceId !== base)
}

function onDate(
  { month, day }: { readonly month: number; readonly day: number },
  names: SeasonNames,
): RaceNames[] {
  const ending = `-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return [...names.races.values()].filter(({ date }) => date?.endsWith(ending) === true)
}
