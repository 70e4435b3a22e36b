import * as z from 'zod'
import { Track } from '#core/domain/track.ts'
import { perQuantity, SectionId } from './common-shapes.ts'
import { CompositeSum } from './race-document.ts'

/** tracks/barber: what is known of the circuit, and the composite of all its races by class. */
export const TrackDocument = Track.extend({
  isInvented: z.boolean(),
  /** The corners of a section or sub-section in words: "Turns 4–6". */
  cornerRanges: perQuantity(z.string()),
  /** By class in the form of an id; empty before a race of the track was read. */
  classes: z.record(
    z.string(),
    z.object({ carClass: z.string(), sections: z.array(SectionId), composite: CompositeSum }),
  ),
})
export type TrackDocument = z.infer<typeof TrackDocument>
