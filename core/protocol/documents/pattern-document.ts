import * as z from 'zod'
import { CarNumber } from '#core/domain/ids.ts'
import { placeChangeKinds } from '#core/domain/place-changes.ts'
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
  /** How many they are. */
  targetN: z.int(),
}

/** Plain figures over one lap set (D7). */
const plainFields = {
  n: z.int(),
  meanMs: Ms.nullable(),
  medianMs: Ms.nullable(),
  bestMs: Ms.nullable(),
  stdMs: Ms.nullable(),
}

/** The nearest quicker car of the class in a section, and its lap worth watching. */
const Watch = z.object({
  car: CarNumber,
  lap: LapNumber,
  /** As driven on that lap. */
  drivenMs: Ms,
  quickerByMs: Ms,
  paceRank: z.int(),
  /** The intervals of the two paces do not touch. */
  isSurelyQuicker: z.boolean(),
  /** No car within a second ahead at the line of that lap; null where that is not known. */
  isFree: z.boolean().nullable(),
})

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
  watch: Watch.nullable(),
})

const LapFigures = z.object({
  ...plainFields,
  slopeMsPerLap: z.number().nullable(),
  slopeP: z.number().nullable(),
})

const Streak = z.object({ fromLap: LapNumber, toLap: LapNumber, laps: z.int() })

const PositionAt = z.object({ position: z.int(), lap: LapNumber })

/** What the order at the line says of a car's race (D18): facts, no causes. */
const Story = z.object({
  positionAfterLap1: z.int().nullable(),
  best: PositionAt.nullable(),
  worst: PositionAt.nullable(),
  placesWon: z.int(),
  placesLost: z.int(),
  startedFromPitLane: z.boolean(),
  changes: z.array(
    z.object({
      lap: LapNumber,
      car: CarNumber,
      change: z.enum(['won', 'lost']),
      how: z.enum(placeChangeKinds),
    }),
  ),
  /** Runs of laps close behind the same car. */
  followed: z.array(
    z.object({
      car: CarNumber,
      fromLap: LapNumber,
      toLap: LapNumber,
      laps: z.int(),
      lapsWithinOneSecond: z.int(),
      medianIntervalMs: Ms,
      /** Laps that the other car is ahead: not 0 where one laps the other. */
      lapsAhead: z.int(),
    }),
  ),
  /** When the car ahead, close before, got away. */
  openings: z.array(
    z.object({
      car: CarNumber,
      closeLap: LapNumber,
      farLap: LapNumber,
      closeMs: Ms,
      farMs: Ms,
    }),
  ),
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
  subSections: z.partialRecord(SubSectionId, z.object({ ...paceFields, watch: Watch.nullable() })),
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
  /** The longest runs of laps quicker than the own pace, and within 0.5 % of it. */
  quickStreak: Streak.nullable(),
  evenStreak: Streak.nullable(),
  stints: z.array(z.object({ fromLap: LapNumber, toLap: LapNumber })),
  pitStops: z.array(
    z.object({
      inLap: LapNumber.nullable(),
      outLap: LapNumber.nullable(),
      pitTimeMs: Ms.nullable(),
    }),
  ),
  /** Where this car is closest to the quick quarter, or ahead of it. */
  strengths: z.array(
    z.object({
      quantity: Quantity,
      paceGapMs: Ms,
      /** In percent of the quick quarter, by which parts of different length compare. */
      gapPct: z.number(),
      paceRank: z.int(),
      isAhead: z.boolean(),
      isSurelyAhead: z.boolean(),
    }),
  ),
  /** Ranks among the cars that have both a pace and a position; + is further down than the pace. */
  paceAgainstResult: z
    .object({
      paceRank: z.int(),
      resultRank: z.int(),
      cars: z.int(),
      placesBelowPace: z.int(),
    })
    .nullable(),
  /** Laps within a second of another car against free ones: + is slower close behind. */
  traffic: z.object({ closeLaps: z.int(), freeLaps: z.int(), differenceMs: Ms }).nullable(),
  story: Story,
  laps: byLap(LapEntry),
})
export type PatternDocument = z.infer<typeof PatternDocument>
