import { type CorrectedClass, mainClass } from '#core/domain/corrected-figures.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import { carsInTraffic, freeLaps, pooledTraffic } from '#core/domain/traffic.ts'
import { trackChange, trackChangeLimitPct } from '#core/domain/track-change.ts'
import { rainSensor } from '#core/domain/weather-figures.ts'
import { type WeatherByLap, weatherByLap } from '#core/domain/weather-by-lap.ts'
import { weatherRegression } from '#core/domain/weather-regression.ts'
import { weatherBeside, weekendShift } from '#core/domain/weekend-shift.ts'
import { classKey } from '#core/protocol/documents/collections.ts'
import type { WeatherDocument } from '#core/protocol/documents/weather-document.ts'
import { unwritten } from '#core/composer/say.ts'
import { weatherVariableFigures } from './weather-variables.ts'
import type { WeekendRace } from './weekend.ts'

/** The figures of a race's weather document; its sentences are left to the composer. */
export function weatherDocument(
  race: WeekendRace,
  other: WeekendRace | undefined,
): WeatherDocument {
  const { timing, corrected } = race
  const samples = timing.weather?.rows ?? []
  const main = mainClass(corrected)
  const cleanLaps = race.ledger.filter(({ isClean }) => isClean)
  const byLap = weatherByLap(cleanLaps, samples, timing)
  const variables = weatherVariableFigures(race, main, byLap)
  const rain = rainSensor(samples)
  return {
    raceId: timing.raceId,
    trackId: timing.trackId,
    file: timing.weather?.file ?? null,
    samples: samples.length,
    clampedLaps: variables.clampedLaps,
    series: samples.map((sample) => ({
      utcSeconds: sample.utcSeconds,
      line: sample.line,
      airTempC: sample.airTempC ?? null,
      trackTempC: sample.trackTempC ?? null,
      humidityPct: sample.humidityPct ?? null,
      pressureHpa: sample.pressureHpa ?? null,
      windKph: sample.windKph ?? null,
      windDirectionDeg: sample.windDirectionDeg ?? null,
    })),
    laps: lapsOf(byLap),
    variables: variables.figures,
    rain: { samples: rain.samples, maximum: rain.maximum ?? null, sentence: unwritten },
    field: Object.fromEntries(
      corrected.map((ofClass) => [classKey(ofClass.carClass), classField(ofClass)]),
    ),
    regression: regressionOf(main, byLap),
    traffic: trafficOf(race),
    otherRace: other === undefined ? null : besideOther(race, other, main),
    sentences: [],
  }
}

function lapsOf(byLap: WeatherByLap): WeatherDocument['laps'] {
  const laps = new Map<number, { [variable: string]: number }>()
  for (const [variable, values] of Object.entries(byLap)) {
    for (const [lap, value] of values) {
      const entry = laps.get(lap) ?? {}
      entry[variable] = value
      laps.set(lap, entry)
    }
  }
  return Object.fromEntries(
    [...laps].toSorted(([a], [b]) => a - b).map(([lap, entry]) => [String(lap), entry]),
  )
}

function classField(corrected: CorrectedClass): WeatherDocument['field'][string] {
  const perQuantity = <T>(valueOf: (field: NonNullable<CorrectedClass['field']['lap']>) => T) =>
    Object.fromEntries(
      Object.entries(corrected.field).map(([quantity, field]) => [quantity, valueOf(field)]),
    )
  const effect = corrected.field.lap?.effect
  const fieldMedianMs = corrected.field.lap?.fieldMedianMs
  const change =
    effect === undefined || fieldMedianMs === undefined
      ? undefined
      : trackChange(effect, fieldMedianMs)
  return {
    carClass: corrected.carClass,
    laps: effectsByLap(corrected),
    cars: perQuantity(({ cars }) => cars),
    quickQuarterMs: perQuantity(({ quickQuarterMs }) => quickQuarterMs ?? null),
    fieldMedianMs: perQuantity((field) => field.fieldMedianMs ?? null),
    trackChange: change === undefined ? null : { ...change, limitPct: trackChangeLimitPct },
  }
}

function effectsByLap(corrected: CorrectedClass): WeatherDocument['field'][string]['laps'] {
  const carsOn = carsByLap(corrected)
  const fields = Object.entries(corrected.field)
  const numbers = new Set(fields.flatMap(([, { effect }]) => [...effect.keys()]))
  return Object.fromEntries(
    [...numbers]
      .toSorted((a, b) => a - b)
      .map((lap) => {
        const onLap = carsOn('lap', lap)
        const effects = fields.flatMap(([quantity, { effect }]) => {
          const entry = effect.get(lap)
          return entry === undefined ? [] : [[quantity, entry.effectMs] as const]
        })
        const without = effects.flatMap(([quantity]) => {
          const timed = new Set(carsOn(quantity, lap))
          const missing = onLap.filter((car) => !timed.has(car))
          return missing.length === 0 ? [] : [[quantity, missing] as const]
        })
        const entry = {
          lap,
          cars: onLap.length,
          carNumbers: [...onLap],
          without: Object.fromEntries(without),
          effectMs: Object.fromEntries(effects),
        }
        return [String(lap), entry]
      }),
  )
}

/** The cars that have a corrected time of a quantity on a lap. */
function carsByLap(corrected: CorrectedClass) {
  const cars = new Map<string, CarNumber[]>()
  for (const { car, quantities } of corrected.cars.values()) {
    for (const [quantity, { laps }] of Object.entries(quantities)) {
      for (const { lapNumber } of laps) {
        const key = `${quantity} ${lapNumber}`
        const known = cars.get(key)
        if (known === undefined) cars.set(key, [car])
        else known.push(car)
      }
    }
  }
  return (quantity: string, lap: number): readonly CarNumber[] =>
    cars.get(`${quantity} ${lap}`) ?? []
}

function regressionOf(
  main: CorrectedClass | undefined,
  byLap: WeatherByLap,
): WeatherDocument['regression'] {
  const regression = weatherRegression(main?.field.lap?.effect ?? new Map(), byLap)
  const about = {
    n: regression.n,
    needed: regression.needed,
    leftOut: [...regression.leftOut],
    collinear: [...regression.collinear],
    sentence: unwritten,
  }
  if (regression.kind === 'not-fitted')
    return { kind: regression.kind, ...about, because: regression.because }
  const { kind, residualDf, rSquared, intercept, terms } = regression
  return { kind, ...about, residualDf, rSquared, intercept, terms: [...terms] }
}

function trafficOf(race: WeekendRace): WeatherDocument['traffic'] {
  const isFree = freeLaps(race.ledger, race.view.followed)
  const pooled = pooledTraffic(
    race.corrected.flatMap((corrected) => carsInTraffic(corrected, isFree)),
  )
  if (pooled === undefined) return null
  return {
    n: pooled.n,
    closeLaps: pooled.closeLaps,
    freeLaps: pooled.freeLaps,
    medianMs: pooled.medianMs,
    lowMs: pooled.interval?.low ?? null,
    highMs: pooled.interval?.high ?? null,
  }
}

function besideOther(
  race: WeekendRace,
  other: WeekendRace,
  main: CorrectedClass | undefined,
): WeatherDocument['otherRace'] {
  const there = other.corrected.find(({ carClass }) => carClass === main?.carClass)
  const shift = main && there && weekendShift(main, there, 'lap')
  return {
    raceId: other.timing.raceId,
    carClass: main?.carClass ?? '',
    variables: weatherBeside(race.timing.weather?.rows ?? [], other.timing.weather?.rows ?? []),
    field:
      shift?.field === undefined
        ? null
        : {
            n: shift.field.n,
            shiftMs: shift.field.shiftMs,
            lowMs: shift.field.lowMs ?? null,
            highMs: shift.field.highMs ?? null,
          },
    cars: [...(shift?.cars ?? [])].map(([car, entry]) => ({ car, ...entry })),
  }
}
