import type { RaceSummary } from '#core/protocol/rest/race-answer.ts'
import { inUnits } from '../settings/in-units.ts'
import type { Units } from '../settings/units.tsx'

type Weather = NonNullable<RaceSummary['weather']>

/** '26–31 °C, 45–60 %': how warm and how humid it was, in whole degrees; what no sensor told is left out. */
export function weatherText(weather: Weather | null, units: Units): string {
  const { airTempC = null, humidityPct = null } = weather ?? {}
  return [
    ...(airTempC === null ? [] : [temperatures(airTempC, units)]),
    ...(humidityPct === null ? [] : [between(humidityPct.min, humidityPct.max, '%')]),
  ].join(', ')
}

function temperatures({ min, max }: NonNullable<Weather['airTempC']>, units: Units): string {
  const [from, to] = [inUnits.temperature(min, units), inUnits.temperature(max, units)]
  return between(from.value, to.value, from.unit)
}

/** A dash between two signs would be read as one of them: then it is a word. */
function between(min: number, max: number, unit: string): string {
  const [from, to] = [Math.round(min), Math.round(max)]
  const word = from < 0 ? ' to ' : '–'
  const text = from === to ? `${from}` : `${from}${word}${to}`
  return `${text.replaceAll('-', '−')} ${unit}`
}
