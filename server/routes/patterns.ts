import { CarParams, NoQuery } from '#core/protocol/rest/path-params.ts'
import { PatternsAnswer } from '#core/protocol/rest/patterns-answer.ts'
import { presentPatterns } from '../presenters/present-patterns.ts'
import { seasonRoute } from '../season-route.ts'

export const patternsRoute = seasonRoute({
  path: '/api/races/{raceId}/cars/{car}/patterns',
  summary: "A car's race: pace, trend, phases, steadiness, strengths, and its story.",
  params: CarParams,
  query: NoQuery,
  answer: PatternsAnswer,
  handle: async ({ season, params }) =>
    presentPatterns(await season.patterns(params.raceId, params.car)),
})
