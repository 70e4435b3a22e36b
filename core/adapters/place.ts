import { slug, TrackId } from '#core/domain/ids.ts'

/** Names under which files know a track: 'COTA', 'circuit-of-the-americas'. */
export type TrackAliases = ReadonlyMap<TrackId, readonly string[]>

/** Which race a path names, as far as it does. */
export type Place = { readonly trackId?: TrackId; readonly raceNumber?: number }

/** Words of paths that name no track. */
const plainWords = new Set(
  (
    'analysis analysisendurancewithsections endurance with sections timing time cards lap laps ' +
    'race races results provisional official weather best anonymized csv data files export season ' +
    'copy final'
  ).split(' '),
)

/** The folders and the name of a file, from its source's name inwards. */
export function partsOf(sourceName: string, path: string): readonly string[] {
  const parts = path.split('/')
  const stem = (parts.at(-1) ?? '').replace(/\.[a-z0-9]{1,4}$/i, '')
  return [sourceName, ...parts.slice(0, -1), stem]
}

/** Finds the known track in a folder's or file's name. */
export type FindTrack = (part: string) => TrackId | undefined

/** The track whose longest alias stands in the text as whole words: 'Road America' in 'R1_road_america_lap'. */
export function createTrackFinder(aliases: TrackAliases): FindTrack {
  const words = Array.from(aliases, ([trackId, names]) =>
    [trackId, ...names].map((name) => ({ trackId, word: `-${slug(name)}-` })),
  )
  const longestFirst = words.flat().toSorted((a, b) => b.word.length - a.word.length)
  return (part) => {
    const text = `-${slug(part)}-`
    return longestFirst.find(({ word }) => text.includes(word))?.trackId
  }
}

/** The known track and the race number that a path names; the innermost name counts. */
export function placeOf(parts: readonly string[], findTrack: FindTrack): Place {
  const inwards = parts.toReversed()
  const trackId = firstOf(inwards, findTrack)
  const raceNumber = firstOf(inwards, raceNumberIn)
  return {
    ...(trackId === undefined ? {} : { trackId }),
    ...(raceNumber === undefined ? {} : { raceNumber }),
  }
}

/** A track nobody knows is named by its path: 'le_mans_24h.csv' is le-mans. */
export function unknownTrackOf(parts: readonly string[]): TrackId {
  const named = firstOf(parts.toReversed(), (part) => {
    const words = trackWords(part)
    return words.length === 0 ? undefined : words.join('-')
  })
  return TrackId.parse(named ?? 'unnamed-track')
}

function firstOf<T>(
  parts: readonly string[],
  find: (part: string) => T | undefined,
): T | undefined {
  for (const part of parts) {
    const found = find(part)
    if (found !== undefined) return found
  }
  return undefined
}

/** 'Race 1', 'race_2', 'R2'. */
function raceNumberIn(part: string): number | undefined {
  const digits =
    /(?<![a-z])race[ _-]*(\d{1,2})(?!\d)/i.exec(part)?.[1] ??
    /(?<![a-z0-9])r(\d{1,2})(?![a-z0-9])/i.exec(part)?.[1]
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits)
}

function trackWords(part: string): readonly string[] {
  const text = part
    .replace(/^\d\d_/, '')
    .replaceAll(/(?<![a-z])race[ _-]*\d{1,2}(?!\d)/gi, ' ')
    .replaceAll(/(?<![a-z0-9])\d{1,2}[ _-]*(h|hours?|hrs?|heures|stunden|ore)(?![a-z0-9])/gi, ' ')
    .replaceAll(/(?<![a-z0-9])(r\d{1,2}|(19|20)\d\d)(?![a-z0-9])/gi, ' ')
  return slug(text)
    .split('-')
    .filter((word) => word !== '' && !plainWords.has(word))
}
