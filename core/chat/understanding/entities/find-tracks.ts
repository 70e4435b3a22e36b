import { otherTracks } from './other-tracks.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'
import type { SeasonNames } from './season-names.ts'

/** "road america", "RA", "cota", "Austin"; also with a race: "barber-r1", "RA1". */
export function findTracks(reading: Reading, names: SeasonNames): Reading {
  const trackIds = new Map(
    names.tracks.flatMap(({ trackId, spoken }) => spoken.map((text) => [text, trackId] as const)),
  )
  const spoken = [...trackIds.keys()].toSorted((a, b) => b.length - a.length)
  if (spoken.length === 0) return reading
  const pattern = new RegExp(
    `\\b(?<name>${spoken.map(escaped).join('|')})(?:'s)?(?:(?:-?r)?(?<race>[12]))?\\b`,
    'g',
  )
  const read = findAll(reading, pattern, ({ name = '', race }) => {
    const trackId = trackIds.get(name.replaceAll(/[-_]/g, ' '))
    if (trackId === undefined) return undefined
    const track = { type: 'track', trackId } as const
    if (race === undefined) return { mentions: [track], put: 'TRACK' }
    return {
      mentions: [track, { type: 'race', raceNumber: Number(race) }],
      put: 'TRACK RACE',
    }
  })
  return findElsewhere(findShort(read, names))
}

/** "At Road Atlanta": a circuit, and none of this season. */
function findElsewhere(reading: Reading): Reading {
  return findAll(reading, elsewhere, (_, match) => {
    const found = otherTracks.find(([, pattern]) =>
      new RegExp(`^(?:${pattern})(?:'s)?$`).test(match),
    )
    return found && { mentions: [{ type: 'no-track', text: found[0] }], put: 'TRACK' }
  })
}

const elsewhere = new RegExp(
  `\\b(?:${otherTracks.map(([, pattern]) => pattern).join('|')})(?:'s)?\\b`,
  'g',
)

/** "bar r2": the first letters of one track only, where a race follows. */
function findShort(reading: Reading, names: SeasonNames): Reading {
  return findAll(reading, /\b(?<start>[a-z]{3,})(?= (?:r|race )[12]\b)/g, ({ start = '' }) => {
    const [only, ...others] = names.tracks.filter(({ spoken }) =>
      spoken.some((name) => name.startsWith(start)),
    )
    return only === undefined || others.length > 0
      ? undefined
      : { mentions: [{ type: 'track', trackId: only.trackId }], put: 'TRACK' }
  })
}

function escaped(text: string): string {
  return text.replaceAll(/[^a-z0-9 ]/g, String.raw`\$&`).replaceAll(' ', '[ _-]')
}
