import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { WeatherDocument } from '#core/protocol/documents/weather-document.ts'
import { classKey } from '#core/protocol/documents/collections.ts'
import type { FieldAnswer } from '#core/protocol/rest/field-answer.ts'
import { eachQuantityOf } from './each-quantity.ts'

/** Nothing but nulls where the class has too few cars for a field effect. */
export function presentField(
  race: RaceDocument,
  weather: WeatherDocument,
  carClass: string,
): FieldAnswer {
  const field = weather.field[classKey(carClass)]
  return {
    raceId: race.raceId,
    trackId: race.trackId,
    carClass,
    carClasses: Object.values(race.classes).map((each) => each.carClass),
    laps: Object.values(field?.laps ?? {})
      .toSorted((a, b) => a.lap - b.lap)
      .map(presentFieldLap),
    quickQuarterMs: eachQuantityOf(field?.quickQuarterMs ?? {}),
    fieldMedianMs: eachQuantityOf(field?.fieldMedianMs ?? {}),
    trackChange: field?.trackChange ?? null,
  }
}

type StoredLap = WeatherDocument['field'][string]['laps'][string]

function presentFieldLap(lap: StoredLap): FieldAnswer['laps'][number] {
  return { ...lap, effectMs: eachQuantityOf(lap.effectMs) }
}
