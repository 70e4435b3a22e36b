import type { Lap } from './lap.ts'
import { median } from './quantile.ts'
import type { WeatherSample } from './race-timing.ts'
import {
  finishUtcMs,
  type RaceClock,
  valueAt,
  weatherSeries,
  type WeatherVariable,
  weatherVariables,
} from './weather-series.ts'

/** A variable by lap number; absent for one that was not measured or never changed. */
export type WeatherByLap = Readonly<Partial<Record<WeatherVariable, ReadonlyMap<number, number>>>>

/** The median of each variable at the finish of the clean laps of each number (D19). */
export function weatherByLap(
  cleanLaps: readonly Lap[],
  samples: readonly WeatherSample[],
  clock: RaceClock,
): WeatherByLap {
  const finishes = Map.groupBy(
    cleanLaps.flatMap((lap) => {
      const utcMs = finishUtcMs(lap, clock)
      return utcMs === undefined ? [] : [{ lapNumber: lap.lapNumber, utcMs }]
    }),
    ({ lapNumber }) => lapNumber,
  )
  return Object.fromEntries(
    weatherVariables.flatMap((variable) => {
      const series = weatherSeries(samples, variable, 'milliseconds')
      if (series.isConstant) return []
      const values = [...finishes].map(
        ([lapNumber, laps]) =>
          [lapNumber, median(laps.flatMap(({ utcMs }) => valueAt(series, utcMs) ?? []))] as const,
      )
      return [[variable, new Map(values)]]
    }),
  )
}
