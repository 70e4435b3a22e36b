import { NoQuery, RaceParams } from '#core/protocol/rest/path-params.ts'
import { WeatherAnswer } from '#core/protocol/rest/weather-answer.ts'
import { presentWeather } from '../presenters/present-weather.ts'
import { seasonRoute } from '../season-route.ts'

export const weatherRoute = seasonRoute({
  path: '/api/races/{raceId}/weather',
  summary: "A race's weather, and what it goes with.",
  params: RaceParams,
  query: NoQuery,
  answer: WeatherAnswer,
  handle: async ({ season, params }) => presentWeather(await season.weather(params.raceId)),
})
