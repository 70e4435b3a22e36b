import { type CarSummary, CarsAnswer } from '#core/protocol/rest/car-summary.ts'
import { RaceCompositeAnswer } from '#core/protocol/rest/composite-answer.ts'
import { FieldAnswer } from '#core/protocol/rest/field-answer.ts'
import { LapChartAnswer } from '#core/protocol/rest/lap-chart-answer.ts'
import { RaceAnswer } from '#core/protocol/rest/race-answer.ts'
import { WeatherAnswer } from '#core/protocol/rest/weather-answer.ts'
import { answerAt, listAt, raceAt } from './query-at.ts'

export const raceQuery = (raceId: string) => answerAt(RaceAnswer, raceAt(raceId))

export const raceCompositeQuery = (raceId: string) =>
  answerAt(RaceCompositeAnswer, `${raceAt(raceId)}/composite`)

export const raceWeatherQuery = (raceId: string) =>
  answerAt(WeatherAnswer, `${raceAt(raceId)}/weather`)

export const fieldQuery = (raceId: string, carClass?: string) => {
  const query = carClass === undefined ? '' : `?carClass=${encodeURIComponent(carClass)}`
  return answerAt(FieldAnswer, `${raceAt(raceId)}/field${query}`)
}

export const carsQuery = (raceId: string) =>
  listAt<CarsAnswer, CarSummary>(CarsAnswer, `${raceAt(raceId)}/cars`, ({ cars }) => cars)

export const lapChartQuery = (raceId: string) =>
  answerAt(LapChartAnswer, `${raceAt(raceId)}/lap-chart`)
