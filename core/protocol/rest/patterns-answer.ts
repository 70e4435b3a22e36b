import * as z from 'zod'
import { RaceId, TrackId } from '#core/domain/ids.ts'
import { PatternDocument } from '../documents/pattern-document.ts'
import { CarSummary, eachSection } from './car-summary.ts'

const { green, clean, idealApartLaps, phases, streak, stints, strengths, story } =
  PatternDocument.shape
const Figures = PatternDocument.shape.sections.valueType

/** A car's race: what the summary has, its phases, its streak, its story. */
export const PatternsAnswer = CarSummary.extend({
  raceId: RaceId,
  trackId: TrackId,
  clean,
  green,
  idealApartLaps,
  /** On how many laps each section was the furthest from the quick quarter (D13). */
  worstOnLaps: eachSection(z.int()),
  /** Whose share of the spread of the lap time (D20). */
  shareOfSpread: eachSection(Figures.shape.shareOfSpread.unwrap()),
  phases,
  streak,
  stints,
  strengths,
  story,
}).meta({ id: 'Patterns' })
export type PatternsAnswer = z.infer<typeof PatternsAnswer>
