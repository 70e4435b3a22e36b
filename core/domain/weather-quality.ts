import type { LedgerLap } from './ledger.ts'
import { lapRefs, type QualityNote } from './quality-note.ts'
import type { RaceTiming, WeatherSample } from './race-timing.ts'
import { finishUtcMs } from './weather-series.ts'
import { counted, listed } from './wording.ts'

const sensors = {
  airTempC: 'air temperature',
  trackTempC: 'track temperature',
  humidityPct: 'humidity',
  pressureHpa: 'pressure',
  windKph: 'wind speed',
  windDirectionDeg: 'wind direction',
} as const satisfies { readonly [key in keyof WeatherSample]?: string }
const sensorIds = [
  'airTempC',
  'trackTempC',
  'humidityPct',
  'pressureHpa',
  'windKph',
  'windDirectionDeg',
] as const satisfies readonly (keyof typeof sensors)[]

/** Notes on the weather file: what its sensors do not tell, and which laps it does not reach. */
export function weatherQuality(
  race: Pick<RaceTiming, 'weather' | 'date' | 'utcOffsetHours'>,
  laps: readonly LedgerLap[],
): readonly QualityNote[] {
  const samples = race.weather?.rows ?? []
  if (samples.length === 0)
    return [
      {
        code: 'no-weather',
        text: 'There is no weather file for this race, so no figure is compared with the weather.',
      },
    ]
  return [
    ...sensorIds.flatMap((id) => deadSensor(samples, id)),
    ...rainSensor(samples),
    ...sensorIds.flatMap((id) => dropouts(samples, id)),
    ...lapsOutside(race, samples, laps),
  ]
}

/** A sensor without a value, or with one value in every sample, tells nothing. */
function deadSensor(
  samples: readonly WeatherSample[],
  id: (typeof sensorIds)[number],
): readonly QualityNote[] {
  const values = new Set(samples.flatMap((sample) => sample[id] ?? []))
  const [only] = values
  if (values.size > 1 || (only !== undefined && samples.length === 1)) return []
  const text =
    only === undefined
      ? `The weather file has no ${sensors[id]}.`
      : `The ${sensors[id]} reads ${only} in all ${counted(samples.length, 'sample')}: a value that never changes tells nothing.`
  return [{ code: 'sensor-dead', text }]
}

/** In this season it reads 0 in a wet race too. */
function rainSensor(samples: readonly WeatherSample[]): readonly QualityNote[] {
  const values = samples.flatMap(({ rain }) => rain ?? [])
  const wet = values.filter((value) => value !== 0).length
  const text =
    values.length === 0
      ? 'The weather file has no rain sensor: the data does not say whether it rained.'
      : wet === 0
        ? `The rain sensor reads 0 in all ${counted(values.length, 'sample')}; this does not say that it did not rain.`
        : `The rain sensor reads rain in ${counted(wet, 'sample')} of ${values.length}.`
  return [{ code: 'rain-sensor', text }]
}

function dropouts(
  samples: readonly WeatherSample[],
  id: (typeof sensorIds)[number],
): readonly QualityNote[] {
  const without = samples.filter((sample) => sample[id] === undefined).length
  if (without === 0 || without === samples.length) return []
  return [
    {
      code: 'sensor-dropouts',
      text: `The ${sensors[id]} is lacking in ${counted(without, 'sample')} of ${samples.length}; the samples around it stand in.`,
      count: without,
    },
  ]
}

/** Clean laps that ended where no two samples stand around them: the nearest one counts for them. */
function lapsOutside(
  race: Pick<RaceTiming, 'date' | 'utcOffsetHours'>,
  samples: readonly WeatherSample[],
  laps: readonly LedgerLap[],
): readonly QualityNote[] {
  const seconds = samples.map(({ utcSeconds }) => utcSeconds)
  const firstMs = seconds.reduce((a, b) => Math.min(a, b)) * 1000
  const lastMs = seconds.reduce((a, b) => Math.max(a, b)) * 1000
  const finishes = laps
    .filter(({ isClean }) => isClean)
    .flatMap((lap) => {
      const utcMs = finishUtcMs(lap, race)
      return utcMs === undefined ? [] : [{ lap, utcMs }]
    })
  const before = finishes.filter(({ utcMs }) => utcMs < firstMs)
  const after = finishes.filter(({ utcMs }) => utcMs > lastMs)
  const outside = [...before, ...after].map(({ lap }) => lap)
  if (outside.length === 0) return []
  const each = [
    ...(before.length === 0 ? [] : [`${before.length} before the first`]),
    ...(after.length === 0 ? [] : [`${after.length} after the last`]),
  ]
  return [
    {
      code: 'laps-outside-weather',
      text: `${counted(outside.length, 'green lap')} of ${finishes.length} ended outside the weather samples (${listed(each)}); the nearest sample counts for them.`,
      count: outside.length,
      laps: lapRefs(outside),
    },
  ]
}
