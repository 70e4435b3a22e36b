import * as z from 'zod'
import { RaceId, TrackId } from '#core/domain/ids.ts'
import { Ms } from '../documents/common-shapes.ts'
import { WeatherDocument } from '../documents/weather-document.ts'

export const FieldQuery = z.strictObject({
  carClass: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'A class of the race; without it the one with the most laps.' }),
})

/** A value of the lap and each section, null where there is none; sub-sections where they are timed. */
const eachQuantity = z.object({
  lap: Ms.nullable(),
  s1: Ms.nullable(),
  s2: Ms.nullable(),
  s3: Ms.nullable(),
  s1a: Ms.nullable().optional(),
  s1b: Ms.nullable().optional(),
  s2a: Ms.nullable().optional(),
  s2b: Ms.nullable().optional(),
  s3a: Ms.nullable().optional(),
  s3b: Ms.nullable().optional(),
})
export type EachQuantity = z.infer<typeof eachQuantity>

const Stored = WeatherDocument.shape.field.valueType

/** What the track did to everyone of a class, lap by lap (D11), and what the field drove without it (D12). */
export const FieldAnswer = z
  .object({
    raceId: RaceId,
    trackId: TrackId,
    carClass: z.string(),
    /** All classes of the race. */
    carClasses: z.array(z.string()),
    laps: z.array(Stored.shape.laps.valueType.extend({ effectMs: eachQuantity })),
    quickQuarterMs: eachQuantity,
    fieldMedianMs: eachQuantity,
    trackChange: Stored.shape.trackChange,
  })
  .meta({ id: 'Field' })
export type FieldAnswer = z.infer<typeof FieldAnswer>
