import {
  coachedCar,
  coachedRace,
  type CoachedCar,
  type CoachedRace,
} from '#core/composer/coached-car.ts'
import { factsIn, type FactsIn } from '#core/composer/facts-in.ts'
import type { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import type { SectionId } from '#core/domain/quantity.ts'
import {
  carInRaceId,
  type Collection,
  sectionDocumentId,
} from '#core/protocol/documents/collections.ts'
import { CoachingDocument } from '#core/protocol/documents/coaching-document.ts'
import { CompositeDocument } from '#core/protocol/documents/composite-document.ts'
import { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { RaceDocument } from '#core/protocol/documents/race-document.ts'
import { SectionDocument } from '#core/protocol/documents/section-document.ts'
import { TrackDocument } from '#core/protocol/documents/track-document.ts'
import { WeatherDocument } from '#core/protocol/documents/weather-document.ts'
import type { DocumentReader } from '#core/ports/document-store.ts'

/** What answers read: documents of one published generation, each read and parsed once an answer. */
export type SeasonFacts = {
  races(): Promise<readonly RaceDocument[]>
  tracks(): Promise<readonly TrackDocument[]>
  race(raceId: RaceId): Promise<CoachedRace>
  /** Rejects where the car was not in the race: ask `race` for its cars before. */
  car(raceId: RaceId, car: CarNumber): Promise<CoachedCar>
  coaching(raceId: RaceId, car: CarNumber): Promise<CoachingDocument & { readonly facts: FactsIn }>
  composite(id: string): Promise<CompositeDocument & { readonly facts: FactsIn }>
  /** One section of one lap; undefined where the lap has no time in it. */
  section(
    raceId: RaceId,
    car: CarNumber,
    lap: number,
    section: SectionId,
  ): Promise<(SectionDocument & { readonly facts: FactsIn }) | undefined>
}

export function createSeasonFacts(reader: DocumentReader): SeasonFacts {
  const read = remembering(async (key) => {
    const [collection, id] = splitKey(key)
    const stored = await reader.get(collection, id)
    if (stored === undefined) throw new Error(`${key} is not in this season`)
    return stored
  })
  const documents = async (collection: Collection) =>
    (await reader.list(collection, { limit: 500 })).documents.map(({ document }) => document)
  const track = async (trackId: TrackId) => TrackDocument.parse(await read(`tracks/${trackId}`))
  const pattern = async (raceId: RaceId, car: CarNumber) =>
    PatternDocument.parse(await read(`ml_pattern_recommendations/${carInRaceId(raceId, car)}`))
  const race = remembering(async (raceId) => {
    const document = RaceDocument.parse(await read(`races/${raceId}`))
    const weather = WeatherDocument.parse(await read(`ml_weather_recommendations/${raceId}`))
    const patterns = await Promise.all(
      document.cars.map(async ({ car }) => await pattern(document.raceId, car)),
    )
    return coachedRace({ track: await track(document.trackId), race: document, weather, patterns })
  })
  return {
    races: async () => (await documents('races')).map((stored) => RaceDocument.parse(stored)),
    tracks: async () => (await documents('tracks')).map((stored) => TrackDocument.parse(stored)),
    race,
    car: async (raceId, car) => {
      const ofRace = await race(raceId)
      const own = ofRace.patterns.find((document) => document.car === car)
      if (own === undefined) throw new Error(`car ${car} was not in ${raceId}`)
      return coachedCar(ofRace, own)
    },
    coaching: async (raceId, car) => {
      const id = carInRaceId(raceId, car)
      const document = CoachingDocument.parse(await read(`coaching_insights/${id}`))
      return { ...document, facts: factsIn({ collection: 'coaching_insights', document }, id) }
    },
    composite: async (id) => {
      const document = CompositeDocument.parse(await read(`best_case_composites/${id}`))
      return { ...document, facts: factsIn({ collection: 'best_case_composites', document }, id) }
    },
    section: async (raceId, car, lap, section) => {
      const id = sectionDocumentId(raceId, car, lap, section)
      const stored = await reader.get('ml_section_recommendations', id)
      if (stored === undefined) return undefined
      const document = SectionDocument.parse(stored)
      const { race: ofRace } = await race(raceId)
      const facts = factsIn({ collection: 'ml_section_recommendations', document }, id, ofRace)
      return { ...document, facts }
    },
  }
}

function remembering<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const made = new Map<string, Promise<T>>()
  return async (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return await known
  }
}

function splitKey(key: string): [Collection, string] {
  const [name = '', id = ''] = key.split('/')
  const collection = collectionsByName.get(name)
  if (collection === undefined) throw new Error(`${name} is no collection`)
  return [collection, id]
}

const collectionsByName = new Map<string, Collection>(
  (
    [
      'tracks',
      'races',
      'best_case_composites',
      'ml_section_recommendations',
      'ml_weather_recommendations',
      'ml_pattern_recommendations',
      'coaching_insights',
    ] as const
  ).map((name) => [name, name]),
)
