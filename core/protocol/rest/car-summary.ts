import * as z from 'zod'
import { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import { LapNumber, Ms, SectionId } from '../documents/common-shapes.ts'
import { PatternDocument } from '../documents/pattern-document.ts'
import { nextCursor } from './page.ts'

const paceFields = {
  n: z.int(),
  paceMs: Ms,
  lowMs: Ms.nullable(),
  highMs: Ms.nullable(),
  rank: z.int().nullable(),
  /** Cars that have a rank. */
  of: z.int().nullable(),
  /** To the quick quarter; + is slower. */
  gapMs: Ms.nullable(),
  gapLowMs: Ms.nullable(),
  gapHighMs: Ms.nullable(),
  targetMs: Ms.nullable(),
  repeatGainMs: Ms.nullable(),
  targetLaps: z.array(LapNumber),
}
/** Corrected figures of one quantity (D12, D14). */
export const Pace = z.object(paceFields).meta({ id: 'Pace' })
export type Pace = z.infer<typeof Pace>

/** One section of a car, over its clean laps. */
export const SectionSummary = z
  .object({
    n: z.int(),
    meanMs: Ms.nullable(),
    medianMs: Ms.nullable(),
    bestMs: Ms.nullable(),
    stdMs: Ms.nullable(),
    medianGapMs: Ms.nullable(),
    meanGapMs: Ms.nullable(),
    pace: Pace.nullable(),
  })
  .meta({ id: 'SectionSummary' })
export type SectionSummary = z.infer<typeof SectionSummary>

/** One value for each section, null where the race has none. */
export const eachSection = <T extends z.ZodType>(value: T) =>
  z.object({ s1: value.nullable(), s2: value.nullable(), s3: value.nullable() })

/** A car of the field, over its clean laps (D7, D12, D13, D16, D17, D20). */
export const CarSummary = z
  .object({
    car: CarNumber,
    carClass: z.string(),
    hasEnoughLaps: z.boolean(),
    laps: z.int(),
    cleanLaps: z.int(),
    position: z.int().nullable(),
    positionOnRoad: z.int(),
    bestLap: PatternDocument.shape.bestLap,
    gapToCompositeMs: Ms.nullable(),
    gapToJointMs: Ms.nullable(),
    idealLapMs: Ms.nullable(),
    idealCleanMs: Ms.nullable(),
    idealJointMs: Ms.nullable(),
    potentialMs: Ms.nullable(),
    meanMs: Ms.nullable(),
    medianMs: Ms.nullable(),
    stdMs: Ms.nullable(),
    trendMsPerLap: z.number().nullable(),
    pace: Pace.nullable(),
    trend: PatternDocument.shape.trend,
    steadyMs: Ms.nullable(),
    steadyRank: z.int().nullable(),
    steadyOf: z.int().nullable(),
    consistencyScore: z.int().nullable(),
    sections: eachSection(SectionSummary),
    opportunities: z.array(SectionId),
    firstStandsOut: z.boolean().nullable(),
  })
  .meta({ id: 'CarSummary' })
export type CarSummary = z.infer<typeof CarSummary>

/** The field, in order of the official position, then of the position on the road. */
export const CarsAnswer = z.object({
  raceId: RaceId,
  trackId: TrackId,
  cars: z.array(CarSummary),
  nextCursor,
})
export type CarsAnswer = z.infer<typeof CarsAnswer>
