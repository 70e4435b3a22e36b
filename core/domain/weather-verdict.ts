import { centred, cosine, withoutLine } from './correlation.ts'
import type { FieldEffect } from './field-effect.ts'
import { holmAdjusted } from './holm.ts'
import { present } from './present.ts'
import type { WeatherByLap } from './weather-by-lap.ts'
import { withP } from './weather-figures.ts'
import { type WeatherVariable, weatherVariables } from './weather-series.ts'

/** What may be said of a variable and the state of the track; never a cause (D19). */
export const weatherVerdicts = [
  'associated',
  'no-evidence',
  'range-too-small',
  'not-measured',
  'never-leads',
] as const
type WeatherVerdict = (typeof weatherVerdicts)[number]

/** One variable against the field effect of the lap time. Figures are absent where it was not measured. */
export type VariableVerdict = {
  readonly verdict: WeatherVerdict
  /** Laps that have a field effect. */
  readonly n?: number
  readonly range?: number
  readonly r?: number
  readonly p?: number
  /** After Holm, for the variables that were looked at. */
  readonly pAdjusted?: number
}

const fewestLaps = 8
const significance = 0.05

/** How far a variable must range before a word about it is worth anything; pressure never leads. */
export const rangeNeeded: Readonly<Record<Exclude<WeatherVariable, 'pressureHpa'>, number>> = {
  airTempC: 3,
  trackTempC: 5,
  humidityPct: 10,
  windKph: 15,
  windU: 15,
  windV: 15,
}

/** The verdict on each variable in one race and class (D19). */
export function verdictsOnWeather(
  effect: FieldEffect,
  weather: WeatherByLap,
): Readonly<Record<WeatherVariable, VariableVerdict>> {
  const figures = new Map(
    weatherVariables.map((variable) => [variable, againstTrack(effect, weather[variable])]),
  )
  const judged = [...figures].flatMap(([variable, own]) =>
    own.p !== undefined && rangesEnough(variable, own) ? [{ variable, p: own.p }] : [],
  )
  const adjusted = holmAdjusted(judged.map(({ p }) => p))
  const verdict = (variable: WeatherVariable): VariableVerdict => {
    const own = figures.get(variable) ?? {}
    const pAdjusted = adjusted[judged.findIndex((one) => one.variable === variable)]
    return present({ verdict: verdictOf(variable, own, pAdjusted), ...own, pAdjusted })
  }
  return {
    airTempC: verdict('airTempC'),
    trackTempC: verdict('trackTempC'),
    humidityPct: verdict('humidityPct'),
    pressureHpa: verdict('pressureHpa'),
    windKph: verdict('windKph'),
    windU: verdict('windU'),
    windV: verdict('windV'),
  }
}

type Figures = Omit<VariableVerdict, 'verdict' | 'pAdjusted'>

function verdictOf(
  variable: WeatherVariable,
  figures: Figures,
  pAdjusted: number | undefined,
): WeatherVerdict {
  if (figures.n === undefined) return 'not-measured'
  if (variable === 'pressureHpa') return 'never-leads'
  if (!rangesEnough(variable, figures)) return 'range-too-small'
  return pAdjusted !== undefined && pAdjusted < significance ? 'associated' : 'no-evidence'
}

function rangesEnough(variable: WeatherVariable, { n, range }: Figures): boolean {
  if (variable === 'pressureHpa' || n === undefined || range === undefined) return false
  return n >= fewestLaps && range >= rangeNeeded[variable]
}

/** n, range, r and p of a variable against the field effect, both without their line over the laps. */
function againstTrack(
  effect: FieldEffect,
  values: ReadonlyMap<number, number> | undefined,
): Figures {
  if (values === undefined) return {}
  const laps = [...effect].flatMap(([lapNumber, { effectMs }]) => {
    const value = values.get(lapNumber)
    return value === undefined ? [] : [{ lapNumber, effectMs, value }]
  })
  const n = laps.length
  if (n === 0) return { n }
  const lapNumbers = centred(laps.map(({ lapNumber }) => lapNumber))
  const rest = (of: readonly number[]) => withoutLine(centred(of), lapNumbers)
  const r = cosine(rest(laps.map(({ value }) => value)), rest(laps.map((lap) => lap.effectMs)))
  const ordered = laps.map(({ value }) => value).toSorted((a, b) => a - b)
  const range = (ordered.at(-1) ?? 0) - (ordered[0] ?? 0)
  return { n, range, ...withP(r, n - 3) }
}
