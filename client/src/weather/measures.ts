import type { WeatherVariable } from '#core/protocol/documents/weather-document.ts'
import { inUnits } from '../settings/in-units.ts'
import type { Units } from '../settings/units.tsx'

/** What is drawn lap by lap. Pressure drifts with the clock, and the parts of the wind are for the verdict alone. */
export const drawnVariables = ['airTempC', 'trackTempC', 'humidityPct', 'windKph'] as const
export type DrawnVariable = (typeof drawnVariables)[number]

export const variableNames: Readonly<Record<WeatherVariable, string>> = {
  airTempC: 'Air',
  trackTempC: 'Track surface',
  humidityPct: 'Humidity',
  pressureHpa: 'Pressure',
  windKph: 'Wind',
  windU: 'Wind along east and west',
  windV: 'Wind along north and south',
}

type Measure = { readonly unit: string; readonly value: number; readonly decimals: number }

/** A value of a variable in the chosen units. */
export function measureOf(variable: WeatherVariable, value: number, units: Units): Measure {
  switch (variable) {
    case 'airTempC':
    case 'trackTempC':
      return inUnits.temperature(value, units)
    case 'humidityPct':
      return { unit: '%', value, decimals: 1 }
    case 'pressureHpa':
      return inUnits.pressure(value, units)
    case 'windKph':
    case 'windU':
    case 'windV':
      return inUnits.speed(value, units)
  }
}

/** How far apart two values are, in the chosen units: of temperatures without their zero point. */
export function rangeOf(variable: WeatherVariable, range: number, units: Units): Measure {
  const zero = measureOf(variable, 0, units)
  const measure = measureOf(variable, range, units)
  return { ...measure, value: measure.value - zero.value }
}

/**
 * Between which values a variable is drawn: at least as far apart as is needed to say a word about it,
 * so that a small change looks small.
 */
export function drawnBetween(
  values: readonly number[],
  needed: number,
): readonly [number, number] | undefined {
  if (values.length === 0) return undefined
  const least = values.reduce((a, b) => Math.min(a, b))
  const most = values.reduce((a, b) => Math.max(a, b))
  const half = Math.max(needed, (most - least) * 1.1) / 2
  const middle = (least + most) / 2
  return [middle - half, middle + half]
}
