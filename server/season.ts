import type * as z from 'zod'
import type { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import { carInRaceId, documentOf, sectionDocumentId } from '#core/protocol/documents/collections.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { Collection, DocumentReader } from '#core/ports/document-store.ts'
import { noCar, noRace, noTrack } from './not-in-season.ts'
import { fromStore } from './store-fault.ts'

/** How many documents are asked of the store at a time. */
const batch = 500

/**
 * The documents of one generation, parsed: take one for each request. What a person asked for by its id and
 * is not there is a `notFound`; a document that does not parse is a bug.
 */
export function createSeason(reader: DocumentReader) {
  const { find, all } = readDocuments(reader)
  const tracks = () => all('tracks', documentOf.tracks)
  const races = () => all('races', documentOf.races)
  const race = async (raceId: RaceId) =>
    (await find('races', documentOf.races, raceId)) ?? noRace(raceId, await races())
  const ofCar = async <S extends z.ZodType>(
    collection: Collection,
    schema: S,
    raceId: RaceId,
    car: CarNumber,
  ): Promise<z.output<S>> =>
    (await find(collection, schema, carInRaceId(raceId, car))) ??
    notOfCar(collection, car, await race(raceId))

  return {
    /** As stored; for facts, which parse what they read. */
    document: (collection: Collection, id: string) => fromStore(reader.get(collection, id)),
    sourceLine: (file: string, line: number) => fromStore(reader.sourceLine(file, line)),
    /** Names the published season; cursors and ETags are made of it. */
    id: reader.generation.runId,
    tracks,
    races,
    race,
    track: async (trackId: TrackId) =>
      (await find('tracks', documentOf.tracks, trackId)) ?? noTrack(trackId, await tracks()),
    compositesOf: (id: RaceId | TrackId) =>
      all('best_case_composites', documentOf.best_case_composites, `${id}_`),
    /** A car's patterns in a race, its ledger among them. */
    patterns: (raceId: RaceId, car: CarNumber) =>
      ofCar('ml_pattern_recommendations', documentOf.ml_pattern_recommendations, raceId, car),
    patternsOfRace: (raceId: RaceId) =>
      all('ml_pattern_recommendations', documentOf.ml_pattern_recommendations, `${raceId}_`),
    coaching: (raceId: RaceId, car: CarNumber) =>
      ofCar('coaching_insights', documentOf.coaching_insights, raceId, car),
    weather: async (raceId: RaceId) =>
      (await find('ml_weather_recommendations', documentOf.ml_weather_recommendations, raceId)) ??
      noRace(raceId, await races()),
    /** Those that were timed. Asked for one by one: a store finds an id sooner than what begins with something. */
    sectionsOfLap: async (raceId: RaceId, car: CarNumber, lap: number) => {
      const schema = documentOf.ml_section_recommendations
      const found = await Promise.all(
        sectionIds.map((section) =>
          find('ml_section_recommendations', schema, sectionDocumentId(raceId, car, lap, section)),
        ),
      )
      return found.filter((document) => document !== undefined)
    },
  }
}
/** No document of a car: there is no such car, or a job has left it out, which is a bug. */
function notOfCar(collection: Collection, car: CarNumber, race: RaceDocument): never {
  if (!race.cars.some((each) => each.car === car)) noCar(car, race)
  throw new Error(`${collection} has no document of car ${car} in ${race.raceId}.`)
}

export type Season = ReturnType<typeof createSeason>

function readDocuments(reader: DocumentReader) {
  async function find<S extends z.ZodType>(
    collection: Collection,
    schema: S,
    id: string,
  ): Promise<z.output<S> | undefined> {
    const document = await fromStore(reader.get(collection, id))
    return document === undefined ? undefined : schema.parse(document)
  }

  async function all<S extends z.ZodType>(
    collection: Collection,
    schema: S,
    prefix = '',
    after?: string,
  ): Promise<z.output<S>[]> {
    const options = { prefix, limit: batch, ...(after === undefined ? {} : { after }) }
    const { documents, next } = await fromStore(reader.list(collection, options))
    const parsed = documents.map(({ document }) => schema.parse(document))
    return next === undefined
      ? parsed
      : [...parsed, ...(await all(collection, schema, prefix, next))]
  }

  return { find, all }
}
