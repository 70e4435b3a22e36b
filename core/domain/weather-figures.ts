import { mean } from 'simple-statistics'
import { byCar } from './car-laps.ts'
import { centred, cosine, pearson, withoutLine } from './correlation.ts'
import type { Lap } from './lap.ts'
import { present } from './present.ts'
import type { WeatherSample } from './race-timing.ts'
import { correlationP } from './student-t.ts'
import {
  finishUtcMs,
  type RaceClock,
  valueAt,
  weatherSeries,
  type WeatherVariable,
} from './weather-series.ts'

/** r is absent where lap time or weather does not vary, p also where too few laps are left. */
export type Correlation = { readonly r?: number; readonly p?: number }

/** Lap time against one weather variable, as other systems give it (D9). */
export type VariableFigures = Correlation & {
  /** Laps; p takes them for independent, which they are not. */
  readonly n: number
  /** The weather, too, against each car's own mean. */
  readonly within: Correlation
  /** Both without what changes steadily with the lap number. */
  readonly lapCorrected: Correlation
  /** One pair per lap number: the honest n, for all cars have the same weather. */
  readonly byLap: Correlation & { readonly n: number }
}

/** D9 over one lap set. */
export type WeatherFigures = {
  readonly laps: number
  readonly cars: number
  /** Laps that ended before the first or after the last sample, and took its value. */
  readonly clamped: number
  readonly variables: Readonly<Record<WeatherVariable, VariableFigures>>
}

const lapsOfACar = 3
const carsOfALap = 5

/** A lap of the set: its end, and its time less the mean of its car's. */
type LapAgainstOwnMean = {
  readonly lapNumber: number
  readonly utcMs: number
  readonly againstMeanMs: number
}

/** The figures of D9; `laps` is the lap set: clean laps, or green ones. */
export function weatherFigures(
  laps: readonly Lap[],
  samples: readonly WeatherSample[],
  clock: RaceClock,
): WeatherFigures {
  const cars = lapsAgainstOwnMean(laps, clock)
  const all = cars.flat()
  const times = samples.map(({ utcSeconds }) => utcSeconds * 1000)
  const first = times.reduce((a, b) => Math.min(a, b), Infinity)
  const last = times.reduce((a, b) => Math.max(a, b), -Infinity)
  const figures = (variable: WeatherVariable) => variableFigures(cars, samples, variable)
  return {
    laps: all.length,
    cars: cars.length,
    clamped: all.filter(({ utcMs }) => utcMs < first || utcMs > last).length,
    variables: {
      airTempC: figures('airTempC'),
      trackTempC: figures('trackTempC'),
      humidityPct: figures('humidityPct'),
      pressureHpa: figures('pressureHpa'),
      windKph: figures('windKph'),
      windU: figures('windU'),
      windV: figures('windV'),
    },
  }
}

/** Grouped by car, cars with too few laps left out. */
function lapsAgainstOwnMean(laps: readonly Lap[], clock: RaceClock): LapAgainstOwnMean[][] {
  const timed = [...byCar(laps).values()].map((own) =>
    own.flatMap((lap) => {
      const utcMs = finishUtcMs(lap, clock)
      const ms = lap.timeMs.lap
      return ms === undefined || utcMs === undefined
        ? []
        : [{ lapNumber: lap.lapNumber, utcMs, ms }]
    }),
  )
  return timed
    .filter((own) => own.length >= lapsOfACar)
    .map((own) => {
      const ownMean = mean(own.map(({ ms }) => ms))
      return own.map(({ ms, ...lap }) => ({ ...lap, againstMeanMs: ms - ownMean }))
    })
}

function variableFigures(
  cars: readonly (readonly LapAgainstOwnMean[])[],
  samples: readonly WeatherSample[],
  variable: WeatherVariable,
): VariableFigures {
  const laps = cars.flat()
  const n = laps.length
  const series = weatherSeries(samples, variable, 'seconds')
  if (series.isConstant) return { n, within: {}, lapCorrected: {}, byLap: { n: 0 } }
  const x = (lap: LapAgainstOwnMean) => valueAt(series, lap.utcMs / 1000) ?? 0
  const y = laps.map(({ againstMeanMs }) => againstMeanMs)
  const xWithin = cars.flatMap((own) => centred(own.map(x)))
  const lapWithin = cars.flatMap((own) => centred(own.map(({ lapNumber }) => lapNumber)))
  const k = cars.length
  const rCorrected = cosine(withoutLine(xWithin, lapWithin), withoutLine(y, lapWithin))
  return {
    n,
    ...withP(pearson(laps.map(x), y), n - 2),
    within: withP(cosine(xWithin, y), n - k - 1),
    lapCorrected: withP(rCorrected, n - k - 2),
    byLap: byLapFigures(laps, x),
  }
}

function byLapFigures(laps: readonly LapAgainstOwnMean[], x: (lap: LapAgainstOwnMean) => number) {
  const perLap = [...Map.groupBy(laps, ({ lapNumber }) => lapNumber).values()].filter(
    (own) => own.length >= carsOfALap,
  )
  const n = perLap.length
  const r = pearson(
    perLap.map((own) => mean(own.map(x))),
    perLap.map((own) => mean(own.map((lap) => lap.againstMeanMs))),
  )
  return { n, ...withP(r, n - 2) }
}

/** r with its p, as far as there are any. */
export function withP(r: number | undefined, df: number): Correlation {
  return present({ r, p: r === undefined || df < 1 ? undefined : correlationP(r, df) })
}

/** What the rain sensor printed. It reads 0 in wet races of this season: no value of it means dry. */
export function rainSensor(samples: readonly WeatherSample[]): {
  readonly samples: number
  readonly maximum?: number
} {
  const values = samples.flatMap(({ rain }) => rain ?? [])
  return values.length === 0
    ? { samples: 0 }
    : { samples: values.length, maximum: values.reduce((a, b) => Math.max(a, b)) }
}
