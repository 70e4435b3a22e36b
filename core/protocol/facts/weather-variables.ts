import type { FactId } from '#core/domain/fact.ts'
import { factIdOf } from '#core/domain/fact-id.ts'
import type { FactKind } from '#core/domain/fact-text.ts'
import type { WeatherDocument } from '../documents/weather-document.ts'
import type { FactContext } from './fact-entry.ts'

type Context = FactContext<WeatherDocument>

/** What each variable is called, written in, and which column it is read from. */
export const variables: Record<string, { name: string; kind: FactKind; column: string }> = {
  airTempC: { name: 'Air temperature', kind: 'temperature', column: 'AIR_TEMP' },
  trackTempC: { name: 'Track temperature', kind: 'temperature', column: 'TRACK_TEMP' },
  humidityPct: { name: 'Humidity', kind: 'humidity', column: 'HUMIDITY' },
  pressureHpa: { name: 'Pressure', kind: 'pressure', column: 'PRESSURE' },
  windKph: { name: 'Wind speed', kind: 'wind', column: 'WIND_SPEED' },
  windU: { name: 'Wind along east', kind: 'wind', column: 'WIND_SPEED' },
  windV: { name: 'Wind along north', kind: 'wind', column: 'WIND_SPEED' },
  windDirectionDeg: { name: 'Wind direction', kind: 'degrees', column: 'WIND_DIRECTION' },
}

export const nameOf = (variable: string): string => variables[variable]?.name ?? variable
export const kindOf = (variable: string): FactKind => variables[variable]?.kind ?? 'number'

/** The samples that a variable's figures rest on. */
export function samplesOf({ document, documentId }: Context, variable: string): FactId[] {
  const column = variable === 'windU' || variable === 'windV' ? 'windKph' : variable
  return document.series.map((_, index) =>
    factIdOf('ml_weather_recommendations', documentId, `series.${index}.${column}`),
  )
}

/** The field effects of the lap time, lap by lap. */
export function effectsOf({ document, documentId }: Context): FactId[] {
  return Object.entries(document.field).flatMap(([key, field]) =>
    Object.keys(field.laps).map((lap) =>
      factIdOf('ml_weather_recommendations', documentId, `field.${key}.laps.${lap}.effectMs.lap`),
    ),
  )
}
