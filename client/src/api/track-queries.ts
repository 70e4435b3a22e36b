import { TrackCompositeAnswer } from '#core/protocol/rest/composite-answer.ts'
import { TrackAnswer } from '#core/protocol/rest/track-answer.ts'
import { answerAt, trackAt } from './query-at.ts'

export const trackQuery = (trackId: string) => answerAt(TrackAnswer, trackAt(trackId))

export const trackCompositeQuery = (trackId: string) =>
  answerAt(TrackCompositeAnswer, `${trackAt(trackId)}/composite`)
