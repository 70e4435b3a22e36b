import type { WeatherVariable } from '#core/protocol/documents/weather-document.ts'
import type { WeatherAnswer } from '#core/protocol/rest/weather-answer.ts'

type Other = NonNullable<WeatherAnswer['otherRace']>

/** What is set side by side; wind by its speed alone. */
const compared = [
  'airTempC',
  'trackTempC',
  'humidityPct',
  'windKph',
  'pressureHpa',
] as const satisfies readonly WeatherVariable[]

export function comparedVariables({ variables }: Pick<Other, 'variables'>) {
  return compared.flatMap((name) => {
    const means = variables[name]
    return means === undefined ? [] : [{ name, ...means }]
  })
}

/** '2025-09-06' → 'Saturday'. */
export function weekdayOf(isoDate: string): string {
  return new Date(`${isoDate}T00:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  })
}

/** "0.54 s slower": + is slower in this race than in the other. */
export function shiftInWords(shiftMs: number): string {
  const seconds = (Math.floor(Math.abs(shiftMs) / 10 + 0.5) / 100).toFixed(2)
  return `${seconds} s ${shiftMs >= 0 ? 'slower' : 'quicker'}`
}
