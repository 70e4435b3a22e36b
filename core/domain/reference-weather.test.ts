import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { readRealRaces, type RealRace } from '#core/adapters/real-races.ts'
import { realSeason, referenceRace, referenceRaces } from '#core/adapters/real-season.ts'
import { correctedFigures, mainClass } from './corrected-figures.ts'
import { differences } from './differences.ts'
import type { FieldEffect } from './field-effect.ts'
import { ledgerOf } from './ledger.ts'
import type { WeatherSample } from './race-timing.ts'
import { weatherByLap } from './weather-by-lap.ts'
import { type Correlation, weatherFigures, type WeatherFigures } from './weather-figures.ts'
import { weatherSeries, type WeatherVariable } from './weather-series.ts'
import { verdictsOnWeather } from './weather-verdict.ts'

/** The columns of the reference that are variables of ours; rain and the times of samples are not. */
const variables = new Map<string, WeatherVariable>([
  ['AIR_TEMP', 'airTempC'],
  ['TRACK_TEMP', 'trackTempC'],
  ['HUMIDITY', 'humidityPct'],
  ['PRESSURE', 'pressureHpa'],
  ['WIND_SPEED', 'windKph'],
  ['WIND_U', 'windU'],
  ['WIND_V', 'windV'],
])

const LapSet = z.object({
  laps: z.int(),
  cars: z.int(),
  clamped: z.int(),
  variables: z.record(z.string(), z.unknown()),
})
const Race = z.object({
  file: z.string(),
  weather: z.object({ green: LapSet, clean: LapSet }),
  weather_verdicts: z.record(z.string(), z.unknown()),
})

/** r with nine decimals, p with twelve digits, ranges and means with six decimals. */
function tolerance(at: string, expected: number): number {
  const figure = at.slice(at.lastIndexOf('/') + 1)
  if (figure.startsWith('r_') || figure === 'r') return 1e-8
  if (figure.startsWith('p_') || figure === 'p') return 1e-9 * Math.abs(expected)
  return figure === 'range' || figure === 'mean' ? 1.5e-6 : 1e-12
}

/** Neither has a figure that the other lacks. */
const bothWays = (actual: unknown, expected: unknown) => [
  ...differences(actual, expected, tolerance),
  ...differences(expected, actual, tolerance),
]

let realRaces: readonly RealRace[] = []
beforeAll(async () => {
  realRaces = await readRealRaces()
})

describe.skipIf(realSeason === undefined).each(referenceRaces)('%s race %i', (track, number) => {
  const read = () => {
    const reference = referenceRace(Race, track, number)
    const race = realRaces.find(({ race: one }) => one.timingFile === reference.file)?.race
    if (race === undefined) throw new Error(`${reference.file} was not read.`)
    return {
      reference,
      ledger: ledgerOf(race.laps),
      samples: race.weather?.rows ?? [],
      clock: race,
    }
  }

  test.each(['green', 'clean'] as const)('weather over %s laps', (set) => {
    const { reference, ledger, samples, clock } = read()
    const laps = ledger.filter(({ isGreen, isClean }) => (set === 'green' ? isGreen : isClean))
    const figures = weatherFigures(laps, samples, clock)
    const expected = {
      ...reference.weather[set],
      variables: known(reference.weather[set].variables),
    }
    expect(bothWays(asReference(figures, samples), expected)).toEqual([])
  })

  test('verdicts on the weather', () => {
    const { reference, ledger, samples, clock } = read()
    const effect: FieldEffect = mainClass(correctedFigures(ledger))?.field.lap?.effect ?? new Map()
    const cleanLaps = ledger.filter(({ isClean }) => isClean)
    const verdicts = verdictsOnWeather(effect, weatherByLap(cleanLaps, samples, clock))
    const actual = each((variable) => verdicts[variable])
    expect(Object.keys(reference.weather_verdicts).toSorted()).toEqual(
      Object.keys(actual).toSorted(),
    )
    expect(bothWays(actual, reference.weather_verdicts)).toEqual([])
  })
})

const each = <T>(of: (variable: WeatherVariable) => T) =>
  Object.fromEntries([...variables].map(([column, variable]) => [column, of(variable)]))

function known(columns: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(columns).filter(([column]) => variables.has(column)))
}

function asReference(
  { variables: figures, ...counts }: WeatherFigures,
  samples: readonly WeatherSample[],
) {
  const correlations = (variable: WeatherVariable) => {
    const { n, within, lapCorrected, byLap, ...own } = figures[variable]
    return {
      n,
      ...named('', own),
      ...named('_within', within),
      ...named('_partial_lap', lapCorrected),
      by_lap: byLap,
    }
  }
  return {
    ...counts,
    variables: each((variable) => {
      const { points, dropped, range, isConstant } = weatherSeries(
        samples,
        variable,
        'milliseconds',
      )
      const own = isConstant ? { constant: true, n: figures[variable].n } : correlations(variable)
      return { samples: points.length, dropped, ...range, ...own }
    }),
  }
}

const named = (suffix: string, { r, p }: Correlation) => ({ [`r${suffix}`]: r, [`p${suffix}`]: p })
