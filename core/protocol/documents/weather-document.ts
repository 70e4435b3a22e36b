import * as z from 'zod'
import { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import { weatherVariables } from '#core/domain/weather-series.ts'
import { weatherVerdicts } from '#core/domain/weather-verdict.ts'
import { byLap, LapNumber, Ms, perQuantity } from './common-shapes.ts'
import { Sentence } from './sentence.ts'

export const WeatherVariable = z.enum(weatherVariables)
export type WeatherVariable = z.infer<typeof WeatherVariable>

const WeatherVerdict = z.enum(weatherVerdicts)

/** A correlation with how many pairs it rests on; null where it cannot be computed. */
const Correlation = z.object({
  r: z.number().nullable(),
  n: z.int(),
  p: z.number().nullable(),
})

/** D9 for one variable and one lap set. */
const WeatherFigures = Correlation.extend({
  within: z.object({ r: z.number().nullable(), p: z.number().nullable() }),
  byLap: Correlation,
  lapCorrected: z.object({ r: z.number().nullable(), p: z.number().nullable() }),
})

const Variable = z.object({
  samples: z.int(),
  /** Samples in which the sensor dropped out. */
  dropped: z.int(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  mean: z.number().nullable(),
  isConstant: z.boolean(),
  clean: WeatherFigures,
  green: WeatherFigures,
  verdict: WeatherVerdict,
  /** Below this range nothing is said (D19); null where the variable never leads. */
  rangeNeeded: z.number().nullable(),
  /** D19: the variable against the state of the track. */
  trackState: z.object({
    n: z.int(),
    range: z.number().nullable(),
    r: z.number().nullable(),
    p: z.number().nullable(),
    pAdjusted: z.number().nullable(),
  }),
  sentence: Sentence,
})

/** What the track did to everyone of a class, and what the field drove without it (D11, D12). */
const ClassField = z.object({
  carClass: z.string(),
  laps: byLap(
    z.object({
      lap: LapNumber,
      cars: z.int(),
      /** Whose clean lap of this number the effect of the lap time rests on. */
      carNumbers: z.array(CarNumber),
      /** Those of them that were not timed in a section. */
      without: perQuantity(z.array(CarNumber)),
      effectMs: perQuantity(Ms),
    }),
  ),
  /** Cars that have a pace. */
  cars: perQuantity(z.int()),
  quickQuarterMs: perQuantity(Ms.nullable()),
  fieldMedianMs: perQuantity(Ms.nullable()),
  /** The track changed: its effect ranged over more than 2 % of the field median pace (D19). */
  trackChange: z
    .object({
      rangeMs: Ms,
      rangePct: z.number(),
      limitPct: z.number(),
      hasChanged: z.boolean(),
      slowestLap: LapNumber,
      quickestLap: LapNumber,
    })
    .nullable(),
})

const TermName = z.enum(['lap', 'airTempC', 'humidityPct', 'windKph'])

const aboutRegression = {
  /** Laps that have a field effect and all of the terms. */
  n: z.int(),
  needed: z.int(),
  leftOut: z.array(
    z.object({ name: TermName, because: z.enum(['not-measured', 'does-not-vary']) }),
  ),
  /** Terms that move together, so that their shares cannot be told apart. */
  collinear: z.array(z.object({ a: TermName, b: TermName, r: z.number() })),
  sentence: Sentence,
}

/** The field effect of the lap time on lap number and weather at once: a description, no cause. */
const Regression = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fitted'),
    ...aboutRegression,
    residualDf: z.int(),
    rSquared: z.number(),
    intercept: z.number(),
    terms: z.array(
      z.object({
        name: TermName,
        /** Milliseconds of lap time per unit of the term. */
        coefficient: z.number(),
        low: z.number(),
        high: z.number(),
        p: z.number(),
        varianceInflation: z.number(),
        range: z.number(),
        isRangeTooSmall: z.boolean(),
        isCollinear: z.boolean(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('not-fitted'),
    ...aboutRegression,
    because: z.enum(['too-few-laps', 'no-weather', 'collinear', 'effect-does-not-vary']),
  }),
])

/** This race beside the other one of the weekend, of the class with the most laps: + is slower here. */
const OtherRace = z.object({
  raceId: RaceId,
  carClass: z.string(),
  variables: z.partialRecord(
    WeatherVariable,
    z.object({ mean: z.number(), otherMean: z.number() }),
  ),
  field: z
    .object({ n: z.int(), shiftMs: Ms, lowMs: Ms.nullable(), highMs: Ms.nullable() })
    .nullable(),
  cars: z.array(
    z.object({
      car: CarNumber,
      shiftMs: Ms,
      /** The car's shift less the field's. */
      againstFieldMs: Ms,
    }),
  ),
})

/** ml_weather_recommendations/barber-r1 */
export const WeatherDocument = z.object({
  raceId: RaceId,
  trackId: TrackId,
  file: z.string().nullable(),
  samples: z.int(),
  /** Clean laps that ended before the first or after the last sample. */
  clampedLaps: z.int().nullable(),
  series: z.array(
    z.object({
      utcSeconds: z.int(),
      line: z.int(),
      airTempC: z.number().nullable(),
      trackTempC: z.number().nullable(),
      humidityPct: z.number().nullable(),
      pressureHpa: z.number().nullable(),
      windKph: z.number().nullable(),
      windDirectionDeg: z.number().nullable(),
    }),
  ),
  /** The median of each variable at the finish of the clean laps of that number. */
  laps: byLap(z.partialRecord(WeatherVariable, z.number())),
  variables: z.partialRecord(WeatherVariable, Variable),
  rain: z.object({ samples: z.int(), maximum: z.number().nullable(), sentence: Sentence }),
  /** By class in the form of an id. */
  field: z.record(z.string(), ClassField),
  regression: Regression,
  /** Laps driven within a second of another car against free ones: how little is known of traffic. */
  traffic: z
    .object({
      n: z.int(),
      closeLaps: z.int(),
      freeLaps: z.int(),
      medianMs: Ms,
      lowMs: Ms.nullable(),
      highMs: Ms.nullable(),
    })
    .nullable(),
  otherRace: OtherRace.nullable(),
  /** The verdict first, then what it rests on. */
  sentences: z.array(Sentence),
})
export type WeatherDocument = z.infer<typeof WeatherDocument>
