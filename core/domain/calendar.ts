import * as z from 'zod'
import { RaceId } from './ids.ts'

/** Date and clock of races, for timing files that say neither. */
export const Calendar = z.object({
  season: z.string(),
  races: z.array(
    z.object({
      raceId: RaceId,
      /** Local date of the start. */
      date: z.iso.date(),
      /** Local minus UTC, -5 for Barber. */
      utcOffsetHours: z.number().min(-12).max(14),
    }),
  ),
})
export type Calendar = z.infer<typeof Calendar>
