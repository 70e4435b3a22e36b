import type { Units } from './units.tsx'

type Measure = { readonly unit: string; readonly value: number; readonly decimals: number }

/** A measured value in the chosen units. */
export const inUnits = {
  temperature: (celsius: number, units: Units): Measure =>
    units === 'us'
      ? { unit: '°F', value: (celsius * 9) / 5 + 32, decimals: 1 }
      : { unit: '°C', value: celsius, decimals: 1 },
  speed: (kph: number, units: Units): Measure =>
    units === 'us'
      ? { unit: 'mph', value: kph / 1.609344, decimals: 1 }
      : { unit: 'km/h', value: kph, decimals: 1 },
  length: (metres: number, units: Units): Measure =>
    units === 'us'
      ? { unit: 'mi', value: metres / 1609.344, decimals: 2 }
      : { unit: 'km', value: metres / 1000, decimals: 2 },
  pressure: (hPa: number, units: Units): Measure =>
    units === 'us'
      ? { unit: 'inHg', value: hPa / 33.8639, decimals: 2 }
      : { unit: 'hPa', value: hPa, decimals: 1 },
}

/** '27.4 °C' */
export function measureText({ value, unit, decimals }: Measure): string {
  return `${value.toFixed(decimals).replace('-', '−')} ${unit}`
}
