import * as z from 'zod'
import {
  CarInRace,
  ExclusionReason,
  LapNumber,
  Ms,
  SectionId,
  Source,
  SubSectionId,
} from './common-shapes.ts'
import { Sentence } from './sentence.ts'

/** A time against the four references. A null gap has no reference, or no corrected time to compare. */
const gaps = {
  timeMs: Ms,
  /** Against the best of the race and class (all laps). */
  gapToCompositeMs: Ms.nullable(),
  /** Against the car's own best (all laps). */
  gapToOwnBestMs: Ms.nullable(),
  /** The time without what the track did to everyone on that lap (D11). */
  correctedMs: Ms.nullable(),
  gapToQuickQuarterMs: Ms.nullable(),
  gapToFieldMedianMs: Ms.nullable(),
}

/** ml_section_recommendations/barber-r1_13_08_s2: one section of one lap. */
export const SectionDocument = CarInRace.extend({
  lap: LapNumber,
  section: SectionId,
  ...gaps,
  subSections: z.array(z.object({ subSection: SubSectionId, ...gaps })),
  isClean: z.boolean(),
  excludedBecause: z.array(ExclusionReason),
  /** 1 is the section in which this lap is furthest from the composite. */
  rankInLap: z.int().nullable(),
  sentence: Sentence,
  source: Source,
})
export type SectionDocument = z.infer<typeof SectionDocument>
