import * as z from 'zod'
import { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import { ExclusionReason, Flag, LapNumber, Ms, SectionId, Source } from './common-shapes.ts'

/** best_case_composites/barber-r1_s1 and barber_s1: the best time in a section of a race or of a track. */
export const CompositeDocument = z.object({
  scope: z.enum(['race', 'track']),
  trackId: TrackId,
  /** The race in which the best was driven. */
  raceId: RaceId,
  carClass: z.string(),
  section: SectionId,
  bestMs: Ms,
  car: CarNumber,
  lap: LapNumber,
  flagAtLine: Flag,
  isClean: z.boolean(),
  /** Why that lap is not clean, where it is not. */
  excludedBecause: z.array(ExclusionReason),
  /** The best of clean laps, where the best of all laps is not one. */
  bestClean: z.object({ bestMs: Ms, raceId: RaceId, car: CarNumber, lap: LapNumber }).nullable(),
  /** Other laps within 0.1 s of it, and whose they were: a best that nobody came near is doubtful. */
  withinMs: Ms,
  repeatedLaps: z.int(),
  repeatedBy: z.array(CarNumber),
  source: Source,
})
export type CompositeDocument = z.infer<typeof CompositeDocument>
