import type { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import { slug } from '#core/domain/ids.ts'
import type { SectionId } from '#core/domain/quantity.ts'
import { CoachingDocument } from './coaching-document.ts'
import { CompositeDocument } from './composite-document.ts'
import { PatternDocument } from './pattern-document.ts'
import { RaceDocument } from './race-document.ts'
import { SectionDocument } from './section-document.ts'
import { TrackDocument } from './track-document.ts'
import { WeatherDocument } from './weather-document.ts'

/** The seven collections, in every store by these names, and what a document of each is. */
export const documentOf = {
  tracks: TrackDocument,
  races: RaceDocument,
  best_case_composites: CompositeDocument,
  ml_section_recommendations: SectionDocument,
  ml_weather_recommendations: WeatherDocument,
  ml_pattern_recommendations: PatternDocument,
  coaching_insights: CoachingDocument,
} as const

export type Collection = keyof typeof documentOf

/** The key of a class in ids and records: 'LMGT3' → 'lmgt3'; a blank class is 'none'. */
export function classKey(carClass: string): string {
  return slug(carClass) || 'none'
}

/** 'barber-r1_s1'; with several classes 'le-mans-r1_lmgt3_s1'. */
export function compositeId(
  of: RaceId | TrackId,
  section: SectionId,
  carClass: string | undefined,
): string {
  return carClass === undefined ? `${of}_${section}` : `${of}_${classKey(carClass)}_${section}`
}

/** 'barber-r1_13' */
export function carInRaceId(raceId: RaceId, car: CarNumber): string {
  return `${raceId}_${car}`
}

/** What the ids of a lap's sections begin with: 'barber-r1_13_08_'. */
function lapPrefix(raceId: RaceId, car: CarNumber, lap: number): string {
  return `${carInRaceId(raceId, car)}_${String(lap).padStart(2, '0')}_`
}

/** 'barber-r1_13_08_s2' */
export function sectionDocumentId(
  raceId: RaceId,
  car: CarNumber,
  lap: number,
  section: SectionId,
): string {
  return `${lapPrefix(raceId, car, lap)}${section}`
}
