import { CarParams, NoQuery } from '#core/protocol/rest/path-params.ts'
import { CoachingAnswer } from '#core/protocol/rest/coaching-answer.ts'
import { seasonRoute } from '../season-route.ts'

export const coachingRoute = seasonRoute({
  path: '/api/races/{raceId}/cars/{car}/coaching',
  summary: 'What was written of a car: observations, hypotheses, actions, the card.',
  params: CarParams,
  query: NoQuery,
  answer: CoachingAnswer,
  handle: ({ season, params }) => season.coaching(params.raceId, params.car),
})
