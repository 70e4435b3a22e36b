import * as z from 'zod'
import { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import { jointBounds } from '#core/domain/joint.ts'
import { qualityCodes } from '#core/domain/quality-note.ts'
import { Flag, LapNumber, Ms, Quantity, SectionId, SubSectionId } from './common-shapes.ts'

/** A plain-words note on what is missing or odd, since when, and what that means for the figures. */
const DataQualityNote = z.object({
  code: z.enum(qualityCodes),
  text: z.string(),
  count: z.number().nullable(),
  cars: z.array(CarNumber),
  laps: z.array(z.object({ car: CarNumber, lap: LapNumber })),
})

/** The sum of the best sections, and the lap that is never slower than one really driven (D6). */
export const CompositeSum = z.object({
  sumMs: Ms.nullable(),
  jointMs: Ms.nullable(),
  /** Which bound of D6 the joint composite is. */
  jointFrom: z.enum(jointBounds).nullable(),
  /** What people are shown: the joint composite where the sum is slower than a lap really driven. */
  shown: z.enum(['sum', 'joint']).nullable(),
  fastestLap: z
    .object({
      raceId: RaceId,
      car: CarNumber,
      lap: LapNumber,
      lapTimeMs: Ms,
      line: z.int(),
      file: z.string(),
    })
    .nullable(),
})
export type CompositeSum = z.infer<typeof CompositeSum>

const RaceClass = z.object({
  carClass: z.string(),
  cars: z.array(CarNumber),
  laps: z.int(),
  cleanLaps: z.int(),
  /** Which sections were timed at all. */
  sections: z.array(SectionId),
  composite: CompositeSum,
})

/** Laps of the race, as the leader counts them, under one flag. */
const FlagPhase = z.object({
  flag: Flag,
  fromLap: LapNumber,
  toLap: LapNumber,
  restartLap: LapNumber.nullable(),
})

/** Between which values the samples lie; null where no sensor spoke, and in seasons that were published before it was told. */
const Range = z.object({ min: z.number(), max: z.number() }).nullable().default(null)

/** races/barber-r1 */
export const RaceDocument = z.object({
  raceId: RaceId,
  trackId: TrackId,
  raceNumber: z.int().positive(),
  isInvented: z.boolean(),
  date: z.iso.date().nullable(),
  utcOffsetHours: z.number().nullable(),
  laps: z.int(),
  cleanLaps: z.int(),
  /** Sections of laps that have a time: documents of ml_section_recommendations. */
  sectionTimes: z.int(),
  /** Laps of the winner, else the most that a car did. */
  raceLaps: z.int(),
  cars: z.array(z.object({ car: CarNumber, carClass: z.string(), laps: z.int() })),
  flags: z.partialRecord(Flag, z.int()),
  phases: z.array(FlagPhase),
  /** By class, keyed by the class in the form of an id ('am'). */
  classes: z.record(z.string(), RaceClass),
  /** What is compared: three sections, or two where a timing loop failed. */
  layout: z.object({
    /** [[s1], [s2], [s3]]; [[s1, s2], [s3]] where the loop between them failed. */
    parts: z.array(z.array(SectionId)),
    subSections: z.array(SubSectionId),
  }),
  classification: z.enum(['official', 'provisional']).nullable(),
  files: z.object({
    timing: z.string(),
    weather: z.string().nullable(),
    results: z.string().nullable(),
    bestLaps: z.string().nullable(),
  }),
  /** The column of the timing file that each quantity is read from. */
  columns: z.partialRecord(Quantity, z.string()),
  weather: z
    .object({
      samples: z.int(),
      firstUtcSeconds: z.int(),
      lastUtcSeconds: z.int(),
      airTempC: Range,
      humidityPct: Range,
    })
    .nullable(),
  dataQuality: z.array(DataQualityNote),
})
export type RaceDocument = z.infer<typeof RaceDocument>
