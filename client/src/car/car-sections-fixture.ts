import { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import { type SectionId, type SubSectionId, subSectionsOf } from '#core/domain/quantity.ts'
import type { CarSection, CarSectionsAnswer } from '#core/protocol/rest/car-sections-answer.ts'
import type { Pace } from '#core/protocol/rest/car-summary.ts'

type Given = {
  readonly [id in SectionId | SubSectionId]?: {
    readonly paceMs: number
    readonly quickQuarterMs: number
  }
}

/** A car's paces for tests: those that are given, the field median 100 ms over the quick quarter. */
export function carSections(given: Given): CarSectionsAnswer {
  return {
    raceId: RaceId.parse('barber-r1'),
    trackId: TrackId.parse('barber'),
    car: CarNumber.parse('3'),
    carClass: 'Am',
    hasEnoughLaps: true,
    opportunities: [],
    firstStandsOut: null,
    sections: (['s1', 's2', 's3'] as const).map((section) => sectionOf(section, given)),
    lap: null,
  }
}

function sectionOf(section: SectionId, given: Given): CarSection {
  return {
    section,
    n: 24,
    meanMs: null,
    medianMs: null,
    bestMs: null,
    stdMs: null,
    medianGapMs: null,
    meanGapMs: null,
    lengthM: null,
    own: null,
    worstOnLaps: 0,
    shareOfSpread: null,
    opportunityRank: null,
    ...fieldOf(section, given),
    subSections: subSectionsOf[section].map((subSection) => ({
      subSection,
      ...fieldOf(subSection, given),
    })),
  }
}

function fieldOf(id: SectionId | SubSectionId, given: Given) {
  const known = given[id]
  return {
    quickQuarterMs: known?.quickQuarterMs ?? null,
    fieldMedianMs: known === undefined ? null : known.quickQuarterMs + 100,
    corners: [],
    cornerRange: null,
    watch: null,
    pace: known === undefined ? null : paceOf(known.paceMs, known.quickQuarterMs),
  }
}

function paceOf(paceMs: number, quickQuarterMs: number): Pace {
  return {
    n: 24,
    paceMs,
    lowMs: null,
    highMs: null,
    rank: 16,
    of: 22,
    gapMs: paceMs - quickQuarterMs,
    gapLowMs: null,
    gapHighMs: null,
    targetMs: null,
    repeatGainMs: null,
    targetLaps: [],
  }
}
