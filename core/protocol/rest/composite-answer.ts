import * as z from 'zod'
import { RaceId, TrackId } from '#core/domain/ids.ts'
import { CompositeDocument } from '../documents/composite-document.ts'
import { CompositeSum } from '../documents/race-document.ts'

/** The best time in one section, and whose it was. */
const SectionBest = CompositeDocument.omit({ scope: true, trackId: true, carClass: true }).meta({
  id: 'SectionBest',
})

/** The composite of one class: section bests, their sum, the joint composite, the fastest lap (D6). */
export const ClassComposite = CompositeSum.extend({
  carClass: z.string(),
  sections: z.array(SectionBest),
}).meta({ id: 'ClassComposite' })
export type ClassComposite = z.infer<typeof ClassComposite>

export const RaceCompositeAnswer = z
  .object({ raceId: RaceId, trackId: TrackId, classes: z.array(ClassComposite) })
  .meta({ id: 'RaceComposite' })
export type RaceCompositeAnswer = z.infer<typeof RaceCompositeAnswer>

export const TrackCompositeAnswer = z
  .object({ trackId: TrackId, classes: z.array(ClassComposite) })
  .meta({ id: 'TrackComposite' })
export type TrackCompositeAnswer = z.infer<typeof TrackCompositeAnswer>
