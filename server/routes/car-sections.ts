import { classKey } from '#core/protocol/documents/collections.ts'
import { CarParams, LapQuery } from '#core/protocol/rest/path-params.ts'
import { CarSectionsAnswer } from '#core/protocol/rest/car-sections-answer.ts'
import { presentCarSections } from '../presenters/present-car-sections.ts'
import { seasonRoute } from '../season-route.ts'
import { lapSections } from './lap-sections.ts'

export const carSectionsRoute = seasonRoute({
  path: '/api/races/{raceId}/cars/{car}/sections',
  summary:
    "A car's sections against the field and its own laps; with `lap`, those of that lap too.",
  params: CarParams,
  query: LapQuery,
  answer: CarSectionsAnswer,
  handle: async ({ season, params, query }) => {
    const patterns = await season.patterns(params.raceId, params.car)
    const [track, weather] = await Promise.all([
      season.track(patterns.trackId),
      season.weather(patterns.raceId),
    ])
    const lap = query.lap === undefined ? null : await lapSections(season, patterns, query.lap)
    return presentCarSections(patterns, track, weather.field[classKey(patterns.carClass)], lap)
  },
})
