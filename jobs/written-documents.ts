import type { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import { carInRaceId, type Collection } from '#core/protocol/documents/collections.ts'
import { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { RaceDocument } from '#core/protocol/documents/race-document.ts'
import { TrackDocument } from '#core/protocol/documents/track-document.ts'
import { WeatherDocument } from '#core/protocol/documents/weather-document.ts'
import type { DocumentReader, DocumentStore } from '#core/ports/document-store.ts'
import type { Batch } from './job.ts'

/** What jobs 1 to 4 wrote of a weekend in this run, as coaching reads it. */
export type WrittenDocuments = {
  track(trackId: TrackId): Promise<TrackDocument>
  race(raceId: RaceId): Promise<RaceDocument>
  weather(raceId: RaceId): Promise<WeatherDocument>
  pattern(raceId: RaceId, car: CarNumber): Promise<PatternDocument>
}

/** From the store, for a job that runs alone. The run has begun when the first of them is read. */
export function storedDocuments(store: DocumentStore, runId: string): WrittenDocuments {
  let opened: Promise<DocumentReader> | undefined
  const get = async (collection: Collection, id: string) => {
    opened ??= openRun(store, runId)
    return await (await opened).get(collection, id)
  }
  return {
    track: async (id) => TrackDocument.parse(await get('tracks', id)),
    race: async (id) => RaceDocument.parse(await get('races', id)),
    weather: async (id) => WeatherDocument.parse(await get('ml_weather_recommendations', id)),
    pattern: async (raceId, car) =>
      PatternDocument.parse(await get('ml_pattern_recommendations', carInRaceId(raceId, car))),
  }
}

async function openRun(store: DocumentStore, runId: string): Promise<DocumentReader> {
  const generations = await store.generations()
  const own = generations.find((info) => info.runId === runId)
  if (own === undefined) throw new Error(`run ${runId} has not begun`)
  return await store.open(own.generation)
}

/** What a season's run has not made itself is not there. */
export const nothingStored: WrittenDocuments = {
  track: async (id) => await Promise.reject(notWritten(id)),
  race: async (id) => await Promise.reject(notWritten(id)),
  weather: async (id) => await Promise.reject(notWritten(id)),
  pattern: async (id, car) => await Promise.reject(notWritten(`${id} ${car}`)),
}

function notWritten(what: string): Error {
  return new Error(`${what} was not written in this run`)
}

/** Documents of the weekend at hand, kept as they are made; what was not made now is read. */
export type RememberedDocuments = WrittenDocuments & {
  remember(batch: Batch): void
}

export function rememberedDocuments(stored: WrittenDocuments): RememberedDocuments {
  const tracks = new Map<string, TrackDocument>()
  const races = new Map<string, RaceDocument>()
  const weathers = new Map<string, WeatherDocument>()
  const patterns = new Map<string, PatternDocument>()
  return {
    track: async (id) => tracks.get(id) ?? (await stored.track(id)),
    race: async (id) => races.get(id) ?? (await stored.race(id)),
    weather: async (id) => weathers.get(id) ?? (await stored.weather(id)),
    pattern: async (raceId, car) =>
      patterns.get(carInRaceId(raceId, car)) ?? (await stored.pattern(raceId, car)),
    remember: (batch) => {
      switch (batch.collection) {
        case 'tracks':
          return batch.documents.forEach(({ id, document }) => tracks.set(id, document))
        case 'races':
          return batch.documents.forEach(({ id, document }) => races.set(id, document))
        case 'ml_weather_recommendations':
          return batch.documents.forEach(({ id, document }) => weathers.set(id, document))
        case 'ml_pattern_recommendations':
          return batch.documents.forEach(({ id, document }) => patterns.set(id, document))
        case 'best_case_composites':
        case 'ml_section_recommendations':
        case 'coaching_insights':
          return undefined
      }
    },
  }
}
