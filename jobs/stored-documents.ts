import { carInRaceId, type Collection } from '#core/protocol/documents/collections.ts'
import { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { RaceDocument } from '#core/protocol/documents/race-document.ts'
import { TrackDocument } from '#core/protocol/documents/track-document.ts'
import { WeatherDocument } from '#core/protocol/documents/weather-document.ts'
import type { DocumentReader, DocumentStore } from '#core/ports/document-store.ts'
import type { WrittenDocuments } from './written-documents.ts'

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
