import * as z from 'zod'
import { exclusionReasons } from '#core/domain/exclusion.ts'
import { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import { flags } from '#core/domain/lap.ts'
import { quantities, sectionIds, subSectionIds } from '#core/domain/quantity.ts'

/** Milliseconds; whole for what was timed, with fractions for statistics. */
export const Ms = z.number()
export const LapNumber = z.int().positive()
export const SectionId = z.enum(sectionIds)
export const SubSectionId = z.enum(subSectionIds)
export const Quantity = z.enum(quantities)
export const Flag = z.enum(flags)
export const ExclusionReason = z.enum(exclusionReasons)

/** A value for some quantities: `{ "lap": …, "s1": …, "s1a": … }`. */
export const perQuantity = <T extends z.ZodType>(value: T) => z.partialRecord(Quantity, value)
/** A value for each section that has one. */
export const perSection = <T extends z.ZodType>(value: T) => z.partialRecord(SectionId, value)
/** Something for each lap, by lap number. Fact ids read aloud: `#laps.8.timeMs.s2`. */
export const byLap = <T extends z.ZodType>(value: T) =>
  z.record(z.string().regex(/^[0-9]+$/), value)

/** Where in a CSV a value was read. The line number counts from 1, the header included. */
export const Source = z.object({
  file: z.string(),
  line: z.int().positive(),
  column: z.string(),
})
export type Source = z.infer<typeof Source>

/** What every document about one car in one race begins with. */
export const CarInRace = z.object({
  raceId: RaceId,
  trackId: TrackId,
  car: CarNumber,
  carClass: z.string(),
})
