import { classKey } from '#core/protocol/documents/collections.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import { FieldAnswer, FieldQuery } from '#core/protocol/rest/field-answer.ts'
import { RaceParams } from '#core/protocol/rest/path-params.ts'
import { badRequest } from '../errors.ts'
import { presentField } from '../presenters/present-field.ts'
import { seasonRoute } from '../season-route.ts'

export const fieldRoute = seasonRoute({
  path: '/api/races/{raceId}/field',
  summary: 'What the track did to everyone, by lap; quick quarter and field median.',
  params: RaceParams,
  query: FieldQuery,
  answer: FieldAnswer,
  handle: async ({ season, params, query }) => {
    const [race, weather] = await Promise.all([
      season.race(params.raceId),
      season.weather(params.raceId),
    ])
    return presentField(race, weather, classIn(race, query.carClass))
  },
})

/** The class that is named, in capitals or not; else the one with the most laps. */
function classIn(race: RaceDocument, named: string | undefined): string {
  const classes = Object.values(race.classes)
  const chosen =
    named === undefined
      ? classes.toSorted((a, b) => b.laps - a.laps)[0]
      : classes.find(({ carClass }) => classKey(carClass) === classKey(named))
  if (chosen !== undefined) return chosen.carClass
  if (named === undefined) return ''
  const names = classes.map(({ carClass }) => carClass).join(', ')
  throw badRequest(`carClass '${named}' is not in race ${race.raceId}; it has ${names}`)
}
