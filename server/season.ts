import type * as z from 'zod'
import type { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import { carInRaceId, documentOf, sectionDocumentId } from '#core/protocol/documents/collections.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { Collection, DocumentReader, JsonObject } from '#core/ports/document-store.ts'
import { noCar, noRace, noTrack } from './not-in-season.ts'
import { fromStore } from './store-fault.ts'

/** How many documents are asked of the store at a time. */
const batch = 500

/**
 * The documents of one generation, parsed: take one for each request. What a person asked for by its id and
 * is not there is a `notFound`; a document that does not parse is a bug.
 */
export function createSeason(reader: DocumentReader) {
  const { find, findEach, all } = readDocuments(reader)
  const tracks = () => all('tracks', parse.track)
  const races = () => all('races', parse.race)
  const race = async (raceId: RaceId) =>
    (await find('races', parse.race, raceId)) ?? noRace(raceId, await races())
  const ofCar = async <Document>(
    collection: Collection,
    parseOne: Parse<Document>,
    raceId: RaceId,
    car: CarNumber,
  ): Promise<Document> =>
    (await find(collection, parseOne, carInRaceId(raceId, car))) ??
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
      (await find('tracks', parse.track, trackId)) ?? noTrack(trackId, await tracks()),
    compositesOf: (id: RaceId | TrackId) =>
      all('best_case_composites', parse.composite, (each) => each.startsWith(`${id}_`)),
    /** A car's patterns in a race, its ledger among them. */
    patterns: (raceId: RaceId, car: CarNumber) =>
      ofCar('ml_pattern_recommendations', parse.patterns, raceId, car),
    /** By their ids, which the race knows: what was read for one of its cars is not read again. */
    patternsOfRace: async (raceId: RaceId) => {
      const ids = (await race(raceId)).cars.map(({ car }) => carInRaceId(raceId, car))
      return await findEach('ml_pattern_recommendations', parse.patterns, ids)
    },
    coaching: (raceId: RaceId, car: CarNumber) =>
      ofCar('coaching_insights', parse.coaching, raceId, car),
    weather: async (raceId: RaceId) =>
      (await find('ml_weather_recommendations', parse.weather, raceId)) ??
      noRace(raceId, await races()),
    /** Those that were timed. Asked for one by one: a store finds an id sooner than what begins with something. */
    sectionsOfLap: (raceId: RaceId, car: CarNumber, lap: number) => {
      const ids = sectionIds.map((section) => sectionDocumentId(raceId, car, lap, section))
      return findEach('ml_section_recommendations', parse.section, ids)
    },
  }
}

/** No document of a car: there is no such car, or a job has left it out, which is a bug. */
function notOfCar(collection: Collection, car: CarNumber, race: RaceDocument): never {
  if (!race.cars.some((each) => each.car === car)) noCar(car, race)
  throw new Error(`${collection} has no document of car ${car} in ${race.raceId}.`)
}

export type Season = ReturnType<typeof createSeason>

type Parse<Document> = (stored: JsonObject) => Document

const parse = {
  track: parsedOnce(documentOf.tracks),
  race: parsedOnce(documentOf.races),
  composite: parsedOnce(documentOf.best_case_composites),
  section: parsedOnce(documentOf.ml_section_recommendations),
  weather: parsedOnce(documentOf.ml_weather_recommendations),
  patterns: parsedOnce(documentOf.ml_pattern_recommendations),
  coaching: parsedOnce(documentOf.coaching_insights),
}

/** Parsing is most of what an answer costs: a document that is still in memory was parsed before. */
function parsedOnce<S extends z.ZodType>(schema: S): Parse<z.output<S>> {
  const known = new WeakMap<JsonObject, z.output<S>>()
  return (stored) => {
    const before = known.get(stored)
    if (before !== undefined) return before
    const document = schema.parse(stored)
    known.set(stored, document)
    return document
  }
}

function readDocuments(reader: DocumentReader) {
  const find = async <Document>(
    collection: Collection,
    parseOne: Parse<Document>,
    id: string,
  ): Promise<Document | undefined> => {
    const stored = await fromStore(reader.get(collection, id))
    return stored === undefined ? undefined : parseOne(stored)
  }

  /** Those of them that there are. */
  const findEach = async <Document>(
    collection: Collection,
    parseOne: Parse<Document>,
    ids: readonly string[],
  ): Promise<Document[]> => {
    const found = await Promise.all(ids.map((id) => find(collection, parseOne, id)))
    return found.filter((document) => document !== undefined)
  }

  /** Of the whole collection, which is one list for all who ask, those with such ids. */
  const all = async <Document>(
    collection: Collection,
    parseOne: Parse<Document>,
    isWanted: (id: string) => boolean = () => true,
    after?: string,
  ): Promise<Document[]> => {
    const options = { limit: batch, ...(after !== undefined && { after }) }
    const { documents, next } = await fromStore(reader.list(collection, options))
    const parsed = documents
      .filter(({ id }) => isWanted(id))
      .map(({ document }) => parseOne(document))
    return next === undefined
      ? parsed
      : [...parsed, ...(await all(collection, parseOne, isWanted, next))]
  }

  return { find, findEach, all }
}
