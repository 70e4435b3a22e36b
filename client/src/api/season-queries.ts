import type { RacesAnswer, RaceSummary } from '#core/protocol/rest/race-answer.ts'
import type { TracksAnswer, TrackSummary } from '#core/protocol/rest/track-answer.ts'
import { listAt } from './query-at.ts'
import { shapes } from './shapes.ts'

export const racesQuery = () =>
  listAt<RacesAnswer, RaceSummary>(shapes.RacesAnswer, '/api/races', ({ races }) => races)

export const tracksQuery = () =>
  listAt<TracksAnswer, TrackSummary>(shapes.TracksAnswer, '/api/tracks', ({ tracks }) => tracks)
