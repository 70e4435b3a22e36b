import { NoParams, NoQuery, RaceParams } from '#core/protocol/rest/path-params.ts'
import { PageQuery } from '#core/protocol/rest/page.ts'
import { RaceAnswer, RacesAnswer } from '#core/protocol/rest/race-answer.ts'
import { pageOf } from '../cursor.ts'
import { presentRace, presentRaceSummary } from '../presenters/present-race.ts'
import { seasonRoute } from '../season-route.ts'

export const racesRoute = seasonRoute({
  path: '/api/races',
  summary: 'The races of the season.',
  params: NoParams,
  query: PageQuery,
  answer: RacesAnswer,
  handle: async ({ season, query }) => {
    const [races, tracks] = await Promise.all([season.races(), season.tracks()])
    const names = new Map(tracks.map((track) => [track.trackId, track.name]))
    const { items, ...page } = pageOf(races, (race) => race.raceId, query, season.id)
    return {
      races: items.map((race) => presentRaceSummary(race, names.get(race.trackId) ?? race.trackId)),
      ...page,
    }
  },
})

export const raceRoute = seasonRoute({
  path: '/api/races/{raceId}',
  summary: 'A race with what is known of the quality of its data.',
  params: RaceParams,
  query: NoQuery,
  answer: RaceAnswer,
  handle: async ({ season, params }) => {
    const race = await season.race(params.raceId)
    return presentRace(race, (await season.track(race.trackId)).name)
  },
})
