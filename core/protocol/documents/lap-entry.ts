import * as z from 'zod'
import { CarNumber } from '#core/domain/ids.ts'
import { ExclusionReason, Flag, LapNumber, Ms, perQuantity } from './common-shapes.ts'

/** A line of the ledger: one lap of one car, counted or not, with the reasons. */
export const LapEntry = z.object({
  lap: LapNumber,
  line: z.int().positive(),
  /** As timed: the lap, its sections, its sub-sections. */
  timeMs: perQuantity(Ms),
  /** Without what the track did to everyone on that lap (D11); never told as driven. */
  correctedMs: perQuantity(Ms),
  flagAtLine: Flag,
  isClean: z.boolean(),
  /** D4's mask green, for comparison with other systems; a restart lap is in it. */
  isGreen: z.boolean(),
  excludedBecause: z.array(ExclusionReason),
  /** Clean, and more than 3 % over the car's pace (D20). */
  isIncident: z.boolean(),
  /** Quick enough for the official list of best laps, and not on it (D20): probably deleted. */
  isNotInOfficialList: z.boolean(),
  isPersonalBest: z.boolean(),
  isFieldBest: z.boolean(),
  isPitIn: z.boolean(),
  pitTimeMs: Ms.nullable(),
  stint: z.int(),
  driverNumber: z.int().nullable(),
  elapsedMs: Ms.nullable(),
  hourMs: Ms.nullable(),
  topSpeedKph: z.number().nullable(),
  /** Order at the line (D18). */
  position: z.int().nullable(),
  ahead: CarNumber.nullable(),
  intervalMs: Ms.nullable(),
  /** Against the lap before: + is places lost. */
  placesLost: z.int().nullable(),
  lostTo: z.array(CarNumber),
  wonFrom: z.array(CarNumber),
  /** The car that crossed the line last before this one, on any lap. */
  followed: z
    .object({ car: CarNumber, lap: LapNumber, intervalMs: Ms, lapsAhead: z.int() })
    .nullable(),
})
export type LapEntry = z.infer<typeof LapEntry>
