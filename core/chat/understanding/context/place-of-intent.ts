import type { Scope } from '#core/protocol/chat/scope.ts'
import type { Mention } from '../entities/mention.ts'
import type { RaceNames } from '../entities/season-names.ts'
import type { Intent } from '../intents/intent.ts'
import type { Place } from './resolve-place.ts'

/** Intents over the two races of a track, whichever is named. */
const overBothRaces = new Set('compare-races improved target-met weather-over-races'.split(' '))

/** Said of a track alone they are told of each of its races: "who won at Barber?" */
const ofEachRace = new Set(
  'race-facts weather-range fastest-lap position flags top-speed ranking fastest-where data-quality where-time strengths ideal-lap gap-to-composite'.split(
    ' ',
  ),
)

/** The card for race 2, or for a track's next race, is that of its first race. */
export function placeOf({ id }: Intent, mentions: readonly Mention[], place: Place): Place {
  const [first] = place.track?.races ?? []
  const isNamed = mentions.some(({ type }) => type.startsWith('race'))
  return id === 'card' && (isNamed || place.race === undefined) && first !== undefined
    ? { ...place, race: first, races: [first] }
    : place
}

/** Figures that do not compare over tracks. */
const ofLapTimes = new Set('best-lap median-lap mean-lap lap-std ideal-lap worst-lap'.split(' '))

/** The races that an intent is told of at a place. */
export function placeScope(place: Place, intent: Intent): Partial<Scope> {
  const { track, race, races } = place
  const isOfBoth = overBothRaces.has(intent.id) || (race === undefined && ofEachRace.has(intent.id))
  // "My mean lap in each race": of those of the track.
  const isOfAll = races.length > 2 && ofLapTimes.has(intent.id)
  const both = (isOfBoth && races.length < 2) || isOfAll ? (track?.races ?? races) : races
  return {
    ...(track !== undefined && { trackId: track.trackId }),
    ...(race !== undefined && { raceId: race.raceId }),
    ...(both.length > 1 && { raceIds: both.map(({ raceId }: RaceNames) => raceId) }),
  }
}
