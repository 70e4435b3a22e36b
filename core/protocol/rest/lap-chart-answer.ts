import * as z from 'zod'
import { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import { Flag, LapNumber, Ms } from '../documents/common-shapes.ts'

const LapChartLap = z.object({
  lap: LapNumber,
  lapTimeMs: Ms.nullable(),
  /** Order at the line (D18). */
  position: z.int().nullable(),
  /** Behind the first car to end a lap of this number; null without a race time. */
  gapToLeaderMs: Ms.nullable(),
  flagAtLine: Flag,
  isClean: z.boolean(),
  isPitIn: z.boolean(),
})

/** The order of all cars of a race, lap by lap: what a lap chart draws. */
export const LapChartAnswer = z
  .object({
    raceId: RaceId,
    trackId: TrackId,
    cars: z.array(
      z.object({
        car: CarNumber,
        carClass: z.string(),
        position: z.int().nullable(),
        laps: z.array(LapChartLap),
      }),
    ),
  })
  .meta({ id: 'LapChart' })
export type LapChartAnswer = z.infer<typeof LapChartAnswer>
