import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { SectionDocument } from '#core/protocol/documents/section-document.ts'
import type { TrackDocument } from '#core/protocol/documents/track-document.ts'
import type { LapSection, LapSectionsAnswer } from '#core/protocol/rest/lap-sections-answer.ts'
import { presentLap } from './present-ledger.ts'

export function presentLapSections(
  patterns: PatternDocument,
  lap: LapEntry,
  sections: readonly SectionDocument[],
  track: TrackDocument,
): LapSectionsAnswer {
  return {
    raceId: patterns.raceId,
    trackId: patterns.trackId,
    car: patterns.car,
    carClass: patterns.carClass,
    file: patterns.file,
    ...presentLap(lap),
    sections: sections
      .toSorted((a, b) => a.section.localeCompare(b.section))
      .map((section) => presentLapSection(section, track)),
  }
}

function presentLapSection(document: SectionDocument, track: TrackDocument): LapSection {
  const {
    raceId: _race,
    trackId: _track,
    car: _car,
    carClass: _class,
    lap: _lap,
    ...section
  } = document
  const corners = track.sections.find((each) => each.section === section.section)?.corners ?? []
  return { ...section, corners, cornerRange: track.cornerRanges[section.section] ?? null }
}
