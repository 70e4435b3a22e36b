import * as z from 'zod'
import { PatternDocument } from '../documents/pattern-document.ts'
import { CarSummary, eachSection } from './car-summary.ts'

/** What the ledger, the sections and the summary have in another shape. */
const elsewhere = {
  laps: true,
  sections: true,
  subSections: true,
  lap: true,
  lapsDone: true,
} as const
const Figures = PatternDocument.shape.sections.valueType

/** A car's race: what the summary has, its phases, its streaks, its story. */
export const PatternsAnswer = PatternDocument.omit(elsewhere)
  .extend({
    ...CarSummary.shape,
    /** On how many laps each section was the furthest from the quick quarter (D13). */
    worstOnLaps: eachSection(z.int()),
    /** Whose share of the spread of the lap time (D20). */
    shareOfSpread: eachSection(Figures.shape.shareOfSpread.unwrap()),
  })
  .meta({ id: 'Patterns' })
export type PatternsAnswer = z.infer<typeof PatternsAnswer>
