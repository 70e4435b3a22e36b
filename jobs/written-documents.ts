import type { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import { carInRaceId } from '#core/protocol/documents/collections.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { TrackDocument } from '#core/protocol/documents/track-document.ts'
import type { WeatherDocument } from '#core/protocol/documents/weather-document.ts'
import type { Batch } from './batch.ts'

/** What jobs 1 to 4 wrote of a weekend in this run, as coaching reads it. */
export type WrittenDocuments = {
  track(trackId: TrackId): Promise<TrackDocument>
  race(raceId: RaceId): Promise<RaceDocument>
  weather(raceId: RaceId): Promise<WeatherDocument>
  pattern(raceId: RaceId, car: CarNumber): Promise<PatternDocument>
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
