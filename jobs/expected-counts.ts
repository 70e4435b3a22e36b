import { sectionIds } from '#core/domain/quantity.ts'
import { RaceDocument } from '#core/protocol/documents/race-document.ts'
import { TrackDocument } from '#core/protocol/documents/track-document.ts'
import type {
  Collection,
  CollectionCounts,
  DocumentReader,
  JsonObject,
} from '#core/ports/document-store.ts'
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

/** How many a season must have, from the tracks and races that the first job of a run wrote. */
export async function countsByRaces(written: DocumentReader): Promise<CollectionCounts> {
  const races: RaceDocument[] = []
  for await (const document of all(written, 'races')) races.push(RaceDocument.parse(document))
  const tracks: TrackDocument[] = []
  for await (const document of all(written, 'tracks')) tracks.push(TrackDocument.parse(document))
  const sections = [...races, ...tracks].flatMap(({ classes }) =>
    Object.values(classes).map((ofClass) => ofClass.sections.length),
  )
  const cars = sum(races.map((race) => race.cars.length))
  return {
    tracks: tracks.length,
    races: races.length,
    best_case_composites: sum(sections),
    ml_section_recommendations: sum(races.map(({ sectionTimes }) => sectionTimes)),
    ml_weather_recommendations: races.length,
    ml_pattern_recommendations: cars,
    coaching_insights: cars,
  }
}

async function* all(written: DocumentReader, collection: Collection): AsyncGenerator<JsonObject> {
  let after: string | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before ended
    const page = await written.list(collection, {
      limit: 200,
      ...(after !== undefined && { after }),
    })
    for (const { document } of page.documents) yield document
    after = page.next
  } while (after !== undefined)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
