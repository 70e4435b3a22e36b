import * as z from 'zod'
import { CarNumber } from '#core/domain/ids.ts'
import {
  byLap,
  CarInRace,
  ExclusionReason,
  LapNumber,
  Ms,
  perSection,
  Quantity,
  SectionId,
  SubSectionId,
} from './common-shapes.ts'
import { LapEntry } from './lap-entry.ts'

/** Corrected figures of one quantity (D12, D14); null where there are too few laps. */
const paceFields = {
  paceN: z.int(),
  paceMs: Ms.nullable(),
  paceLowMs: Ms.nullable(),
  paceHighMs: Ms.nullable(),
  paceRank: z.int().nullable(),
  /** Cars that have a rank. */
  paceOf: z.int().nullable(),
  paceGapMs: Ms.nullable(),
  paceGapLowMs: Ms.nullable(),
  paceGapHighMs: Ms.nullable(),
  targetMs: Ms.nullable(),
  repeatGainMs: Ms.nullable(),
  targetLaps: z.array(LapNumber),
}

/** Plain figures over one lap set (D7). */
const plainFields = {
  n: z.int(),
  meanMs: Ms.nullable(),
  medianMs: Ms.nullable(),
  bestMs: Ms.nullable(),
  stdMs: Ms.nullable(),
}

const SectionFigures = z.object({
  ...plainFields,
  medianGapMs: Ms.nullable(),
  meanGapMs: Ms.nullable(),
  ...paceFields,
  /** The car's best over all laps, as timed. */
  own: z
    .object({
      bestMs: Ms,
      lap: LapNumber,
      isClean: z.boolean(),
      excludedBecause: z.array(ExclusionReason),
    })
    .nullable(),
  /** On how many laps this section was the furthest from the quick quarter (D13). */
  worstOnLaps: z.int(),
  /** cov(section, lap) / var(lap) of corrected times (D20). */
  shareOfSpread: z.number().nullable(),
  /** The nearest quicker car of the class in this section, and its lap worth watching. */
  watch: z
    .object({
      car: CarNumber,
      lap: LapNumber,
      quickerByMs: Ms,
      paceRank: z.int(),
      isFree: z.boolean().nullable(),
    })
    .nullable(),
})

const LapFigures = z.object({
  ...plainFields,
  slopeMsPerLap: z.number().nullable(),
  slopeP: z.number().nullable(),
})

const Stretch = z.object({
  car: CarNumber,
  fromLap: LapNumber,
  toLap: LapNumber,
  laps: z.int(),
  medianIntervalMs: Ms,
})

/** What the order at the line says of a car's race (D18). */
const Story = z.object({
  positionAfterLap1: z.int().nullable(),
  bestPosition: z.int().nullable(),
  worstPosition: z.int().nullable(),
  placesWon: z.int(),
  placesLost: z.int(),
  changes: z.array(
    z.object({
      lap: LapNumber,
      car: CarNumber,
      change: z.enum(['won', 'lost']),
      how: z.enum(['lap-1', 'restart', 'yellow', 'pit', 'retired', 'on-track']),
    }),
  ),
  /** Laps in a row within a second of the same car ahead. */
  followed: z.array(Stretch),
  /** When the car ahead, close before, got away. */
  openings: z.array(z.object({ lap: LapNumber, car: CarNumber, fromMs: Ms, toMs: Ms })),
})

/** ml_pattern_recommendations/barber-r1_13 */
export const PatternDocument = CarInRace.extend({
  file: z.string(),
  hasEnoughLaps: z.boolean(),
  lapsDone: z.int(),
  cleanLaps: z.int(),
  position: z.int().nullable(),
  positionOnRoad: z.int(),
  /** Line of the results file that the official position is read from. */
  resultLine: z.int().nullable(),
  resultFile: z.string().nullable(),
  bestLap: z.object({ lap: LapNumber, lapTimeMs: Ms }).nullable(),
  gapToCompositeMs: Ms.nullable(),
  gapToJointMs: Ms.nullable(),
  idealLapMs: Ms.nullable(),
  idealCleanMs: Ms.nullable(),
  idealJointMs: Ms.nullable(),
  potentialMs: Ms.nullable(),
  /** How many laps lie between the first and the last of the car's best sections. */
  idealApartLaps: z.int().nullable(),
  clean: LapFigures,
  green: LapFigures,
  lap: z.object(paceFields),
  sections: perSection(SectionFigures),
  subSections: z.partialRecord(
    SubSectionId,
    z.object({ ...paceFields, watch: SectionFigures.shape.watch }),
  ),
  opportunities: z.array(SectionId),
  firstStandsOut: z.boolean().nullable(),
  trend: z
    .object({
      n: z.int(),
      slopeMsPerLap: z.number(),
      lowMs: Ms,
      highMs: Ms,
      verdict: z.enum(['improving', 'fading', 'steady']),
    })
    .nullable(),
  steadyMs: Ms.nullable(),
  steadyRank: z.int().nullable(),
  steadyOf: z.int().nullable(),
  consistencyScore: z.int().nullable(),
  /** Phases between change points of the corrected lap time; one where none is supported. */
  phases: z.array(
    z.object({
      fromLap: LapNumber,
      toLap: LapNumber,
      n: z.int(),
      medianMs: Ms,
      /** Against the phase before: + is slower. */
      shiftMs: Ms.nullable(),
    }),
  ),
  streak: z.object({ fromLap: LapNumber, toLap: LapNumber, laps: z.int() }).nullable(),
  stints: z.array(z.object({ fromLap: LapNumber, toLap: LapNumber, pitTimeMs: Ms.nullable() })),
  /** Where this car is closest to the quick quarter, or ahead of it. */
  strengths: z.array(z.object({ quantity: Quantity, paceGapMs: Ms, paceRank: z.int() })),
  story: Story,
  laps: byLap(LapEntry),
})
export type PatternDocument = z.infer<typeof PatternDocument>
