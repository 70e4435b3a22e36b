import { mean } from 'simple-statistics'
import type { Lap } from './lap.ts'
import type { RaceTiming, WeatherSample } from './race-timing.ts'

/**
 * What a lap time is held against. Wind direction goes round, so it enters as two components:
 * windU = speed · sin(direction), windV = speed · cos(direction), + is wind from the east and the north (D9).
 */
export const weatherVariables = [
  'airTempC',
  'trackTempC',
  'humidityPct',
  'pressureHpa',
  'windKph',
  'windU',
  'windV',
] as const
export type WeatherVariable = (typeof weatherVariables)[number]

/** One variable over the race, on the clock of Unix time in seconds or milliseconds. */
export type WeatherSeries = {
  /** In time order; without the samples in which the sensor dropped out. */
  readonly points: readonly { readonly utcTime: number; readonly value: number }[]
  readonly dropped: number
  readonly range?: { readonly min: number; readonly max: number; readonly mean: number }
  /** Fewer than two different values: there may be no sensor behind it. */
  readonly isConstant: boolean
}

/**
 * D19 counts whole milliseconds, which are exact. D9 counts seconds since 1970, of which a double
 * holds no more than a ten-millionth: too little to see, but p falls so steeply with r that its
 * ninth digit depends on it, and figures are compared to that.
 */
const unitsPerSecond = { seconds: 1, milliseconds: 1000 } as const

export function weatherSeries(
  samples: readonly WeatherSample[],
  variable: WeatherVariable,
  unit: keyof typeof unitsPerSecond,
): WeatherSeries {
  const points = samples
    .flatMap((sample) => {
      const value = valueOf(sample, variable)
      return value === undefined
        ? []
        : [{ utcTime: sample.utcSeconds * unitsPerSecond[unit], value }]
    })
    .toSorted((a, b) => a.utcTime - b.utcTime)
  const values = points.map(({ value }) => value)
  const range =
    values.length === 0
      ? {}
      : { range: { min: least(values), max: most(values), mean: mean(values) } }
  return {
    points,
    dropped: samples.length - points.length,
    ...range,
    isConstant: new Set(values).size < 2,
  }
}

function valueOf(sample: WeatherSample, variable: WeatherVariable): number | undefined {
  if (variable !== 'windU' && variable !== 'windV') return sample[variable]
  const { windKph, windDirectionDeg } = sample
  if (windKph === undefined || windDirectionDeg === undefined) return undefined
  const direction = (windDirectionDeg * Math.PI) / 180
  return windKph * (variable === 'windU' ? Math.sin(direction) : Math.cos(direction))
}

/**
 * The value at an instant, in the unit of the series: in a straight line between the two samples around it; before the first
 * and after the last sample, that sample. Absent for a variable without samples.
 */
export function valueAt({ points }: WeatherSeries, utcTime: number): number | undefined {
  let from = 0
  let to = points.length
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if ((points[middle]?.utcTime ?? Infinity) <= utcTime) from = middle + 1
    else to = middle
  }
  const before = points[from - 1]
  const after = points[from]
  if (before === undefined || after === undefined) return (before ?? after)?.value
  const share = (utcTime - before.utcTime) / (after.utcTime - before.utcTime)
  return before.value + share * (after.value - before.value)
}

/** How the local times of a race become UTC. */
export type RaceClock = Pick<RaceTiming, 'date' | 'utcOffsetHours'>

/** When a lap ended; absent where the date, the offset or the lap's wall time is not known. */
export function finishUtcMs(
  { hourMs }: Pick<Lap, 'hourMs'>,
  { date, utcOffsetHours }: RaceClock,
): number | undefined {
  if (hourMs === undefined || date === undefined || utcOffsetHours === undefined) return undefined
  return Date.parse(`${date}T00:00:00Z`) + hourMs - utcOffsetHours * 3_600_000
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b))
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b))
}
