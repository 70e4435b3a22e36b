import type { CarSummary, CarsAnswer } from '#core/protocol/rest/car-summary.ts'
import { answerAt, listAt, raceAt } from './query-at.ts'
import { shapes } from './shapes.ts'

export const raceQuery = (raceId: string) => answerAt(shapes.RaceAnswer, raceAt(raceId))

export const raceCompositeQuery = (raceId: string) =>
  answerAt(shapes.RaceCompositeAnswer, `${raceAt(raceId)}/composite`)

export const raceWeatherQuery = (raceId: string) =>
  answerAt(shapes.WeatherAnswer, `${raceAt(raceId)}/weather`)

export const fieldQuery = (raceId: string, carClass?: string) => {
  const query = carClass === undefined ? '' : `?carClass=${encodeURIComponent(carClass)}`
  return answerAt(shapes.FieldAnswer, `${raceAt(raceId)}/field${query}`)
}

export const carsQuery = (raceId: string) =>
  listAt<CarsAnswer, CarSummary>(shapes.CarsAnswer, `${raceAt(raceId)}/cars`, ({ cars }) => cars)

export const lapChartQuery = (raceId: string) =>
  answerAt(shapes.LapChartAnswer, `${raceAt(raceId)}/lap-chart`)
