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

const none: CollectionCounts = {
  tracks: 0,
  races: 0,
  best_case_composites: 0,
  ml_section_recommendations: 0,
  ml_weather_recommendations: 0,
  ml_pattern_recommendations: 0,
  coaching_insights: 0,
}

/** How many documents a season must have, counted from the timing itself as weekends are read. */
export function addWeekend(counts: CollectionCounts, weekend: Weekend): CollectionCounts {
  const races = weekend.races.map(({ timing }) => timing.laps)
  const sectionTimes = races.flat().flatMap(({ timeMs }) => sectionIds.filter((id) => id in timeMs))
  const timed = (laps: (typeof races)[number]) =>
    new Set(
      laps.flatMap(({ carClass, timeMs }) =>
        sectionIds.filter((id) => id in timeMs).map((id) => `${carClass} ${id}`),
      ),
    ).size
  const cars = races.map((laps) => new Set(laps.map(({ car }) => car)).size)
  return {
    tracks: counts.tracks + 1,
    races: counts.races + races.length,
    best_case_composites: counts.best_case_composites + timed(races.flat()) + sum(races.map(timed)),
    ml_section_recommendations: counts.ml_section_recommendations + sectionTimes.length,
    ml_weather_recommendations: counts.ml_weather_recommendations + races.length,
    ml_pattern_recommendations: counts.ml_pattern_recommendations + sum(cars),
    coaching_insights: counts.coaching_insights + sum(cars),
  }
}

export const noDocuments = none

/** The same, from the tracks and races that the first job of a run wrote. */
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
