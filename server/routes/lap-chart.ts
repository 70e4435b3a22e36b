import { LapChartAnswer } from '#core/protocol/rest/lap-chart-answer.ts'
import { NoQuery, RaceParams } from '#core/protocol/rest/path-params.ts'
import { inFieldOrder } from '../presenters/present-car.ts'
import { presentLapChart } from '../presenters/present-lap-chart.ts'
import { seasonRoute } from '../season-route.ts'

export const lapChartRoute = seasonRoute({
  path: '/api/races/{raceId}/lap-chart',
  summary: 'Order and gap to the leader of every car, lap by lap.',
  params: RaceParams,
  query: NoQuery,
  answer: LapChartAnswer,
  handle: async ({ season, params }) => {
    const [{ raceId, trackId }, patterns] = await Promise.all([
      season.race(params.raceId),
      season.patternsOfRace(params.raceId),
    ])
    const field = inFieldOrder(patterns)
    return { raceId, trackId, cars: presentLapChart(field) }
  },
})
