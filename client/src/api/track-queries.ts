import { answerAt, trackAt } from './query-at.ts'
import { shapes } from './shapes.ts'

export const trackQuery = (trackId: string) => answerAt(shapes.TrackAnswer, trackAt(trackId))

export const trackCompositeQuery = (trackId: string) =>
  answerAt(shapes.TrackCompositeAnswer, `${trackAt(trackId)}/composite`)
