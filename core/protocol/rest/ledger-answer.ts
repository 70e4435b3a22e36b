import * as z from 'zod'
import { Ms } from '../documents/common-shapes.ts'
import { CarInRace } from '../documents/common-shapes.ts'
import { LapEntry } from '../documents/lap-entry.ts'
import { nextCursor } from './page.ts'
import { eachSection } from './car-summary.ts'

const eachSubSection = z.object({
  s1a: Ms.nullable(),
  s1b: Ms.nullable(),
  s2a: Ms.nullable(),
  s2b: Ms.nullable(),
  s3a: Ms.nullable(),
  s3b: Ms.nullable(),
})

/** A line of the ledger: a lap, counted or not, with the reasons. */
export const LedgerLap = LapEntry.omit({ timeMs: true, correctedMs: true })
  .extend({
    lapTimeMs: Ms.nullable(),
    sectionMs: eachSection(Ms),
    subSectionMs: eachSubSection,
    /** The lap time without what the track did to everyone (D11); never told as driven. */
    correctedMs: Ms.nullable(),
    correctedSectionMs: eachSection(Ms),
    correctedSubSectionMs: eachSubSection,
  })
  .meta({ id: 'LedgerLap' })
export type LedgerLap = z.infer<typeof LedgerLap>

export const LedgerAnswer = CarInRace.extend({
  /** The timing file that the lines are of. */
  file: z.string(),
  laps: z.array(LedgerLap),
  nextCursor,
})
export type LedgerAnswer = z.infer<typeof LedgerAnswer>
