import { NoParams, TrackParams, NoQuery } from '#core/protocol/rest/path-params.ts'
import { PageQuery } from '#core/protocol/rest/page.ts'
import { TrackAnswer, TracksAnswer } from '#core/protocol/rest/track-answer.ts'
import { pageOf } from '../cursor.ts'
import { presentTrack, presentTrackSummary } from '../presenters/present-track.ts'
import { seasonRoute } from '../season-route.ts'

export const tracksRoute = seasonRoute({
  path: '/api/tracks',
  summary: 'The tracks of the season.',
  params: NoParams,
  query: PageQuery,
  answer: TracksAnswer,
  handle: async ({ season, query }) => {
    const [tracks, races] = await Promise.all([season.tracks(), season.races()])
    const { items, ...page } = pageOf(tracks, (track) => track.trackId, query, season.id)
    return { tracks: items.map((track) => presentTrackSummary(track, races)), ...page }
  },
})

export const trackRoute = seasonRoute({
  path: '/api/tracks/{trackId}',
  summary: 'A track with its outline.',
  params: TrackParams,
  query: NoQuery,
  answer: TrackAnswer,
  handle: async ({ season, params }) =>
    presentTrack(await season.track(params.trackId), await season.races()),
})
