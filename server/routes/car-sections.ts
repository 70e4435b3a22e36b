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
  handle: async ({ season, params, query: { lap } }) => {
    const [patterns, weather, ofLap] = await Promise.all([
      season.patterns(params.raceId, params.car),
      season.weather(params.raceId),
      lap === undefined ? null : lapSections(season, { ...params, lap }),
    ])
    const track = await season.track(patterns.trackId)
    return presentCarSections(patterns, track, weather.field[classKey(patterns.carClass)], ofLap)
  },
})
