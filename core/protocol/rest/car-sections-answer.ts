import * as z from 'zod'
import { Corner } from '#core/domain/track.ts'
import { CarInRace, Ms, SectionId, SubSectionId } from '../documents/common-shapes.ts'
import { PatternDocument } from '../documents/pattern-document.ts'
import { Pace, SectionSummary } from './car-summary.ts'
import { LapSectionsAnswer } from './lap-sections-answer.ts'

const Figures = PatternDocument.shape.sections.valueType

/** What the field of the class did there (D12). */
const fieldFields = {
  quickQuarterMs: Ms.nullable(),
  fieldMedianMs: Ms.nullable(),
  corners: z.array(Corner),
  /** The same in words: "Turns 4–6". */
  cornerRange: z.string().nullable(),
}

const CarSubSection = z
  .object({
    subSection: SubSectionId,
    ...fieldFields,
    pace: Pace.nullable(),
    watch: Figures.shape.watch,
  })
  .meta({ id: 'CarSubSection' })
export type CarSubSection = z.infer<typeof CarSubSection>

/** One section of one car against the field and the car's own laps. */
export const CarSection = SectionSummary.extend({
  section: SectionId,
  ...fieldFields,
  lengthM: z.number().nullable(),
  own: Figures.shape.own,
  watch: Figures.shape.watch,
  worstOnLaps: z.int(),
  shareOfSpread: z.number().nullable(),
  /** 1 is the first opportunity; null where the section is none. */
  opportunityRank: z.int().nullable(),
  subSections: z.array(CarSubSection),
}).meta({ id: 'CarSection' })
export type CarSection = z.infer<typeof CarSection>

export const CarSectionsAnswer = CarInRace.extend({
  hasEnoughLaps: z.boolean(),
  opportunities: z.array(SectionId),
  firstStandsOut: z.boolean().nullable(),
  /** Only the sections that the car was timed in. */
  sections: z.array(CarSection),
  /** The sections of the lap that was asked for. */
  lap: LapSectionsAnswer.nullable(),
})
export type CarSectionsAnswer = z.infer<typeof CarSectionsAnswer>
