import { NoQuery, RaceParams, TrackParams } from '#core/protocol/rest/path-params.ts'
import { RaceCompositeAnswer, TrackCompositeAnswer } from '#core/protocol/rest/composite-answer.ts'
import { presentComposites } from '../presenters/present-composite.ts'
import { seasonRoute } from '../season-route.ts'

export const raceCompositeRoute = seasonRoute({
  path: '/api/races/{raceId}/composite',
  summary: "A race's best sections by class, their sum, the joint composite, the fastest lap.",
  params: RaceParams,
  query: NoQuery,
  answer: RaceCompositeAnswer,
  handle: async ({ season, params }) => {
    const [{ raceId, trackId, classes }, bests] = await Promise.all([
      season.race(params.raceId),
      season.compositesOf(params.raceId),
    ])
    return { raceId, trackId, classes: presentComposites(Object.values(classes), bests) }
  },
})

export const trackCompositeRoute = seasonRoute({
  path: '/api/tracks/{trackId}/composite',
  summary: "A track's best sections over all its races by class.",
  params: TrackParams,
  query: NoQuery,
  answer: TrackCompositeAnswer,
  handle: async ({ season, params }) => {
    const [{ trackId, classes }, bests] = await Promise.all([
      season.track(params.trackId),
      season.compositesOf(params.trackId),
    ])
    return { trackId, classes: presentComposites(Object.values(classes), bests) }
  },
})
