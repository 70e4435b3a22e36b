import type { TrackId } from './ids.ts'
import { sectionIds } from './quantity.ts'
import type { Track } from './track.ts'

/** A track that only its timing files name: drawn as a ring, its sections by time. */
export function unknownTrack(trackId: TrackId): Track {
  const name = trackId
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
  return {
    trackId,
    name,
    shortName: name,
    location: null,
    aliases: [trackId],
    direction: null,
    lengthM: null,
    kphLengthM: null,
    sections: sectionIds.map((section) => ({
      section,
      lengthM: null,
      corners: [],
      subSections: [],
    })),
    cornerNote: null,
    cornerPositions: null,
    pitInM: null,
    pitOutM: null,
    speedTrapM: null,
    outline: null,
    sources: [{ what: 'name', from: 'the timing files', licence: 'none' }],
  }
}
