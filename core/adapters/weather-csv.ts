import { readRows, type RowsRead, type Sheet } from './read-rows.ts'
import type { RowCells } from './row-cells.ts'
import { numberRanges } from './value-range.ts'
import type { WeatherSample } from '#core/domain/race-timing.ts'

type Draft<T> = { -readonly [K in keyof T]: T[K] }

const variables = [
  'airTempC',
  'trackTempC',
  'humidityPct',
  'pressureHpa',
  'windKph',
  'windDirectionDeg',
  'rain',
] as const

const columnOf = {
  airTempC: 'AIR_TEMP',
  trackTempC: 'TRACK_TEMP',
  humidityPct: 'HUMIDITY',
  pressureHpa: 'PRESSURE',
  windKph: 'WIND_SPEED',
  windDirectionDeg: 'WIND_DIRECTION',
  rain: 'RAIN',
} as const satisfies Record<(typeof variables)[number], string>

const shown = new Set<string>(['TIME_UTC_SECONDS', 'TIME_UTC_STR', ...Object.values(columnOf)])

const weatherSheet: Sheet = {
  isShown: (column) => shown.has(column),
  needed: { TIME_UTC_SECONDS: 'no sample can be put beside a lap, the weather is not read' },
  expected: Object.fromEntries(
    Object.values(columnOf).map((column) => [column, 'that part of the weather is missing']),
  ),
}

/** What a sensor that dropped out prints (D9). */
const dropout = /^-999(\.0+)?$/

/** Reads a `26_Weather` file; its samples in order of time. */
export function readWeatherCsv(
  file: string,
  bytes: Uint8Array,
): RowsRead & { samples: readonly WeatherSample[] } {
  const samples: WeatherSample[] = []
  const rows = readRows(file, bytes, weatherSheet, (cells) => {
    const readSample = createSampleReader(cells)
    return () => {
      const sample = readSample()
      if (sample !== undefined) samples.push(sample)
      return sample !== undefined
    }
  })
  return { ...rows, samples: samples.toSorted((a, b) => a.utcSeconds - b.utcSeconds) }
}

function createSampleReader(cells: RowCells): () => WeatherSample | undefined {
  const utc = cells.column('TIME_UTC_SECONDS', 'the sample is not used')
  const columns = variables.map((variable) => ({
    variable,
    column: cells.column(columnOf[variable], 'the sample is used without it'),
  }))
  return () => {
    const utcSeconds = cells.number(utc, numberRanges.utcSeconds)
    if (utcSeconds === undefined) return cells.reportBlank(utc)
    const sample: Draft<WeatherSample> = { utcSeconds, line: cells.line }
    for (const { variable, column } of columns) {
      if (dropout.test(cells.text(column))) continue
      const value = cells.number(column, numberRanges[variable])
      if (value !== undefined) sample[variable] = value
    }
    return sample
  }
}
