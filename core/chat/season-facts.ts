import { LRUCache } from 'lru-cache'
import {
  coachedCar,
  coachedRace,
  type CoachedCar,
  type CoachedRace,
} from '#core/composer/coached-car.ts'
import { factsIn, type FactsIn } from '#core/composer/facts-in.ts'
import type { CarNumber, RaceId } from '#core/domain/ids.ts'
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

/** What answers read: documents of one published generation. */
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

/** Parsed races are held for the next question: the last ones asked for, a race is about two megabytes. */
const racesHeld = 32

/** One for each generation; what it holds never changes. */
export function createSeasonFacts(reader: DocumentReader): SeasonFacts {
  const read = async (collection: Collection, id: string) => {
    const stored = await reader.get(collection, id)
    if (stored === undefined) throw new Error(`${collection}/${id} is not in this season`)
    return stored
  }
  const all = async (collection: Collection) =>
    (await reader.list(collection, { limit: 500 })).documents.map(({ document }) => document)
  const races = once(async () => (await all('races')).map((stored) => RaceDocument.parse(stored)))
  const tracks = once(async () =>
    (await all('tracks')).map((stored) => TrackDocument.parse(stored)),
  )
  const held = new LRUCache<RaceId, Promise<CoachedRace>>({ max: racesHeld })
  const race = async (raceId: RaceId) => {
    const known = held.get(raceId) ?? readRace(raceId, read)
    held.set(raceId, known)
    return await known
  }
  return {
    races,
    tracks,
    race,
    car: async (raceId, car) => {
      const ofRace = await race(raceId)
      const own = ofRace.patterns.find((document) => document.car === car)
      if (own === undefined) throw new Error(`car ${car} was not in ${raceId}`)
      return coachedCar(ofRace, own)
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
    coaching: async (raceId, car) => {
      const id = carInRaceId(raceId, car)
      const document = CoachingDocument.parse(await read('coaching_insights', id))
      return { ...document, facts: factsIn({ collection: 'coaching_insights', document }, id) }
    },
    composite: async (id) => {
      const document = CompositeDocument.parse(await read('best_case_composites', id))
      return { ...document, facts: factsIn({ collection: 'best_case_composites', document }, id) }
    },
  }
}

async function readRace(
  raceId: RaceId,
  read: (collection: Collection, id: string) => Promise<object>,
): Promise<CoachedRace> {
  const [race, weather] = await Promise.all([
    read('races', raceId).then((stored) => RaceDocument.parse(stored)),
    read('ml_weather_recommendations', raceId).then((stored) => WeatherDocument.parse(stored)),
  ])
  const [track, ...patterns] = await Promise.all([
    read('tracks', race.trackId).then((stored) => TrackDocument.parse(stored)),
    ...race.cars.map(async ({ car }) =>
      PatternDocument.parse(await read('ml_pattern_recommendations', carInRaceId(raceId, car))),
    ),
  ])
  return coachedRace({ track, race, weather, patterns })
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return async () => await (made ??= make())
}
