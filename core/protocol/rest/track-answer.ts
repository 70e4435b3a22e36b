import * as z from 'zod'
import { RaceId } from '#core/domain/ids.ts'
import { TrackDocument } from '../documents/track-document.ts'
import { nextCursor } from './page.ts'

const extra = {
  /** The season's races at this track. */
  raceIds: z.array(RaceId),
  classes: z.array(TrackDocument.shape.classes.valueType),
}

export const TrackAnswer = TrackDocument.omit({ classes: true }).extend(extra).meta({ id: 'Track' })
export type TrackAnswer = z.infer<typeof TrackAnswer>

/** A track in the list: its outline, but not what is only needed for a map of it. */
export const TrackSummary = TrackDocument.omit({
  classes: true,
  cornerPositions: true,
  sources: true,
})
  .extend(extra)
  .meta({ id: 'TrackSummary' })
export type TrackSummary = z.infer<typeof TrackSummary>

export const TracksAnswer = z.object({ tracks: z.array(TrackSummary), nextCursor })
export type TracksAnswer = z.infer<typeof TracksAnswer>
