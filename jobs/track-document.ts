import { cornerRange } from '#core/domain/corner-range.ts'
import type { Track } from '#core/domain/track.ts'
import type { TrackDocument } from '#core/protocol/documents/track-document.ts'
import type { Weekend } from './weekend.ts'

export function trackDocument(
  { track, isInvented }: Weekend,
  classes: TrackDocument['classes'],
): TrackDocument {
  return {
    ...track,
    isInvented,
    cornerRanges: cornerRanges(track),
    classes,
  }
}

/** "Turns 4–6" for each section and sub-section whose corners are known. */
export function cornerRanges(track: Track): TrackDocument['cornerRanges'] {
  return Object.fromEntries(
    track.sections
      .flatMap(({ section, corners, subSections }) => [
        { id: section, corners },
        ...subSections.map(({ subSection, corners: half }) => ({ id: subSection, corners: half })),
      ])
      .flatMap(({ id, corners }) => {
        const range = cornerRange(corners)
        return range === undefined ? [] : [[id, range]]
      }),
  )
}
