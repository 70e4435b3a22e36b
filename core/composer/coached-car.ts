import { carInRaceId, classKey } from '#core/protocol/documents/collections.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { TrackDocument } from '#core/protocol/documents/track-document.ts'
import type { WeatherDocument } from '#core/protocol/documents/weather-document.ts'
import { factsIn, type FactsIn } from './facts-in.ts'

/** What jobs 1 to 4 wrote of a race and its track. */
export type WrittenRace = {
  readonly track: TrackDocument
  readonly race: RaceDocument
  readonly weather: WeatherDocument
  /** Of every car. */
  readonly patterns: readonly PatternDocument[]
}

/** A race with the facts of the day's, the race's and the track's document. */
export type CoachedRace = WrittenRace & {
  /** More than half of the field, so that it says nothing of one car. */
  readonly isFieldFromPitLane: boolean
  readonly day: FactsIn
  readonly ofRace: FactsIn
  readonly ofTrack: FactsIn
}

/** A car in a race as the coaching sentences see it: its document, and the facts around it. */
export type CoachedCar = CoachedRace & {
  readonly pattern: PatternDocument
  /** The class's entry in records by class: 'am'. */
  readonly key: string
  /** The facts of the car's own document. */
  readonly own: FactsIn
}

export function coachedRace(written: WrittenRace): CoachedRace {
  const { track, race, weather } = written
  const { raceId, trackId } = race
  const fromPitLane = written.patterns.filter(({ story }) => story.startedFromPitLane)
  return {
    ...written,
    isFieldFromPitLane: 2 * fromPitLane.length > written.patterns.length,
    day: factsIn({ collection: 'ml_weather_recommendations', document: weather }, raceId, race),
    ofRace: factsIn({ collection: 'races', document: race }, raceId),
    ofTrack: factsIn({ collection: 'tracks', document: track }, trackId),
  }
}

export function coachedCar(race: CoachedRace, pattern: PatternDocument): CoachedCar {
  const id = carInRaceId(pattern.raceId, pattern.car)
  return {
    ...race,
    pattern,
    key: classKey(pattern.carClass),
    own: factsIn({ collection: 'ml_pattern_recommendations', document: pattern }, id, race.race),
  }
}

/** An observation and how much it is worth a driver's time: those worth least are left out. */
export type Observation = { readonly worth: number; readonly sentence: Sentence }
