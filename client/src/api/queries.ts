import { queryOptions } from '@tanstack/react-query'
import type { ZodType } from 'zod'
import { CarSectionsAnswer } from '#core/protocol/rest/car-sections-answer.ts'
import { type CarSummary, CarsAnswer } from '#core/protocol/rest/car-summary.ts'
import { CoachingAnswer } from '#core/protocol/rest/coaching-answer.ts'
import { RaceCompositeAnswer, TrackCompositeAnswer } from '#core/protocol/rest/composite-answer.ts'
import { FactAnswer } from '#core/protocol/rest/fact-answer.ts'
import { FieldAnswer } from '#core/protocol/rest/field-answer.ts'
import { LapChartAnswer } from '#core/protocol/rest/lap-chart-answer.ts'
import { LapSectionsAnswer } from '#core/protocol/rest/lap-sections-answer.ts'
import { LedgerAnswer } from '#core/protocol/rest/ledger-answer.ts'
import { PatternsAnswer } from '#core/protocol/rest/patterns-answer.ts'
import { QualityAnswer } from '#core/protocol/rest/quality-answer.ts'
import { RaceAnswer, RacesAnswer, type RaceSummary } from '#core/protocol/rest/race-answer.ts'
import { TrackAnswer, TracksAnswer, type TrackSummary } from '#core/protocol/rest/track-answer.ts'
import { WeatherAnswer } from '#core/protocol/rest/weather-answer.ts'
import { getAnswer } from './get-answer.ts'

const pageLimit = 500

/** One query for each GET of the service: its path is its key. */
function answerAt<T>(shape: ZodType<T>, path: string) {
  return queryOptions({ queryKey: [path], queryFn: ({ signal }) => getAnswer(shape, path, signal) })
}

/** A list, all of its pages. */
function listAt<T extends { readonly nextCursor?: string | undefined }, Item>(
  shape: ZodType<T>,
  path: string,
  itemsOf: (answer: T) => readonly Item[],
) {
  async function pagesFrom(cursor: string | undefined, signal: AbortSignal): Promise<readonly T[]> {
    const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page = await getAnswer(shape, `${path}?limit=${pageLimit}${after}`, signal)
    if (page.nextCursor === undefined) return [page]
    return [page, ...(await pagesFrom(page.nextCursor, signal))]
  }
  return queryOptions({
    queryKey: [path],
    queryFn: async ({ signal }) => {
      const pages = await pagesFrom(undefined, signal)
      return pages.flatMap((page) => [...itemsOf(page)])
    },
  })
}

const raceAt = (raceId: string) => `/api/races/${encodeURIComponent(raceId)}`
const carAt = (raceId: string, car: string) => `${raceAt(raceId)}/cars/${encodeURIComponent(car)}`
const trackAt = (trackId: string) => `/api/tracks/${encodeURIComponent(trackId)}`

export const qualityQuery = () => answerAt(QualityAnswer, '/api/quality')

export const tracksQuery = () =>
  listAt<TracksAnswer, TrackSummary>(TracksAnswer, '/api/tracks', ({ tracks }) => tracks)
export const trackQuery = (trackId: string) => answerAt(TrackAnswer, trackAt(trackId))
export const trackCompositeQuery = (trackId: string) =>
  answerAt(TrackCompositeAnswer, `${trackAt(trackId)}/composite`)

export const racesQuery = () =>
  listAt<RacesAnswer, RaceSummary>(RacesAnswer, '/api/races', ({ races }) => races)
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

export const ledgerQuery = (raceId: string, car: string) =>
  listAt<LedgerAnswer, LedgerAnswer['laps'][number]>(
    LedgerAnswer,
    `${carAt(raceId, car)}/laps`,
    ({ laps }) => laps,
  )
export const lapQuery = (raceId: string, car: string, lap: number) =>
  answerAt(LapSectionsAnswer, `${carAt(raceId, car)}/laps/${lap}`)
export const carSectionsQuery = (raceId: string, car: string) =>
  answerAt(CarSectionsAnswer, `${carAt(raceId, car)}/sections`)
export const patternsQuery = (raceId: string, car: string) =>
  answerAt(PatternsAnswer, `${carAt(raceId, car)}/patterns`)
export const coachingQuery = (raceId: string, car: string) =>
  answerAt(CoachingAnswer, `${carAt(raceId, car)}/coaching`)

/** A fact, opened down to its CSV line. */
export const factQuery = (factId: string) =>
  answerAt(FactAnswer, `/api/facts?id=${encodeURIComponent(factId)}`)
