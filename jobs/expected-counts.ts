import { sectionIds } from '#core/domain/quantity.ts'
import type { CollectionCounts } from '#core/ports/document-store.ts'
import type { Weekend } from './weekend.ts'

export const noDocuments: CollectionCounts = {
  tracks: 0,
  races: 0,
  best_case_composites: 0,
  ml_section_recommendations: 0,
  ml_weather_recommendations: 0,
  ml_pattern_recommendations: 0,
  coaching_insights: 0,
}

/** How many documents a weekend must have, counted from the timing itself. */
export function expectedOf(weekend: Weekend): CollectionCounts {
  const races = weekend.races.map(({ timing }) => timing.laps)
  if (races.length === 0) return noDocuments
  const timed = (laps: (typeof races)[number]) =>
    new Set(
      laps.flatMap(({ carClass, timeMs }) =>
        sectionIds.filter((id) => id in timeMs).map((id) => `${carClass} ${id}`),
      ),
    ).size
  const cars = sum(races.map((laps) => new Set(laps.map(({ car }) => car)).size))
  return {
    tracks: 1,
    races: races.length,
    best_case_composites: timed(races.flat()) + sum(races.map(timed)),
    ml_section_recommendations: sum(
      races.flat().map(({ timeMs }) => sectionIds.filter((id) => id in timeMs).length),
    ),
    ml_weather_recommendations: races.length,
    ml_pattern_recommendations: cars,
    coaching_insights: cars,
  }
}

export function addCounts(one: CollectionCounts, other: CollectionCounts): CollectionCounts {
  return {
    tracks: one.tracks + other.tracks,
    races: one.races + other.races,
    best_case_composites: one.best_case_composites + other.best_case_composites,
    ml_section_recommendations: one.ml_section_recommendations + other.ml_section_recommendations,
    ml_weather_recommendations: one.ml_weather_recommendations + other.ml_weather_recommendations,
    ml_pattern_recommendations: one.ml_pattern_recommendations + other.ml_pattern_recommendations,
    coaching_insights: one.coaching_insights + other.coaching_insights,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
