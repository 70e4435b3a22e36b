import { RaceParams } from '#core/protocol/rest/path-params.ts'
import { PageQuery } from '#core/protocol/rest/page.ts'
import { CarsAnswer } from '#core/protocol/rest/car-summary.ts'
import { pageOf } from '../cursor.ts'
import { inFieldOrder, presentCar } from '../presenters/present-car.ts'
import { seasonRoute } from '../season-route.ts'

export const carsRoute = seasonRoute({
  path: '/api/races/{raceId}/cars',
  summary: 'The field: best lap, gaps, clean laps, pace, consistency.',
  params: RaceParams,
  query: PageQuery,
  answer: CarsAnswer,
  handle: async ({ season, params, query }) => {
    const [{ raceId, trackId }, patterns] = await Promise.all([
      season.race(params.raceId),
      season.patternsOfRace(params.raceId),
    ])
    const field = inFieldOrder(patterns)
    const { items, ...page } = pageOf(field, (patterns) => patterns.car, query, season.id)
    return { raceId, trackId, cars: items.map(presentCar), ...page }
  },
})
