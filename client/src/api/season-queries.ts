import { RacesAnswer, type RaceSummary } from '#core/protocol/rest/race-answer.ts'
import { TracksAnswer, type TrackSummary } from '#core/protocol/rest/track-answer.ts'
import { listAt } from './query-at.ts'

export const racesQuery = () =>
  listAt<RacesAnswer, RaceSummary>(RacesAnswer, '/api/races', ({ races }) => races)

export const tracksQuery = () =>
  listAt<TracksAnswer, TrackSummary>(TracksAnswer, '/api/tracks', ({ tracks }) => tracks)
