import { type SectionId, sectionIds, subSectionsOf } from '#core/domain/quantity.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { TrackDocument } from '#core/protocol/documents/track-document.ts'
import type { WeatherDocument } from '#core/protocol/documents/weather-document.ts'
import type {
  CarSection,
  CarSectionsAnswer,
  CarSubSection,
} from '#core/protocol/rest/car-sections-answer.ts'
import type { LapSectionsAnswer } from '#core/protocol/rest/lap-sections-answer.ts'
import { presentSection, type StoredSection } from './present-car.ts'
import { presentPace } from './present-pace.ts'

/** What the car's class did in the race; undefined where too few cars have a pace. */
export type ClassField = WeatherDocument['field'][string] | undefined

export function presentCarSections(
  patterns: PatternDocument,
  track: TrackDocument,
  field: ClassField,
  lap: LapSectionsAnswer | null,
): CarSectionsAnswer {
  return {
    raceId: patterns.raceId,
    trackId: patterns.trackId,
    car: patterns.car,
    carClass: patterns.carClass,
    hasEnoughLaps: patterns.hasEnoughLaps,
    opportunities: patterns.opportunities,
    firstStandsOut: patterns.firstStandsOut,
    sections: sectionIds.flatMap((section) => {
      const stored = patterns.sections[section]
      return stored === undefined
        ? []
        : [presentCarSection(section, stored, { patterns, track, field })]
    }),
    lap,
  }
}

type Surroundings = {
  readonly patterns: PatternDocument
  readonly track: TrackDocument
  readonly field: ClassField
}

function presentCarSection(
  section: SectionId,
  stored: StoredSection,
  around: Surroundings,
): CarSection {
  const onTrack = around.track.sections.find((each) => each.section === section)
  const opportunity = around.patterns.opportunities.indexOf(section)
  return {
    section,
    ...presentSection(stored),
    quickQuarterMs: around.field?.quickQuarterMs[section] ?? null,
    fieldMedianMs: around.field?.fieldMedianMs[section] ?? null,
    lengthM: onTrack?.lengthM ?? null,
    corners: onTrack?.corners ?? [],
    cornerRange: around.track.cornerRanges[section] ?? null,
    own: stored.own,
    watch: stored.watch,
    worstOnLaps: stored.worstOnLaps,
    shareOfSpread: stored.shareOfSpread,
    opportunityRank: opportunity === -1 ? null : opportunity + 1,
    subSections: subSectionsIn(section, around),
  }
}

function subSectionsIn(
  section: SectionId,
  { patterns, track, field }: Surroundings,
): CarSubSection[] {
  const onTrack = track.sections.find((each) => each.section === section)?.subSections ?? []
  return subSectionsOf[section].flatMap((subSection) => {
    const stored = patterns.subSections[subSection]
    if (stored === undefined) return []
    const corners = onTrack.find((each) => each.subSection === subSection)?.corners ?? []
    return [
      {
        subSection,
        quickQuarterMs: field?.quickQuarterMs[subSection] ?? null,
        fieldMedianMs: field?.fieldMedianMs[subSection] ?? null,
        corners,
        cornerRange: track.cornerRanges[subSection] ?? null,
        pace: presentPace(stored),
        watch: stored.watch,
      },
    ]
  })
}
