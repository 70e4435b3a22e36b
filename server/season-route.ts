import type * as z from 'zod'
import { parseParams, parseQuery, type RawInput } from './request-input.ts'
import type { Season } from './season.ts'

/** A path of the API that is answered from the published season; the OpenAPI document is made of it. */
export type SeasonRoute = {
  /** As OpenAPI writes it: '/api/races/{raceId}'. */
  readonly path: string
  readonly summary: string
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  readonly answer: z.ZodType
  answerFrom(season: Season, params: RawInput, query: RawInput): Promise<unknown>
}

export type RouteInput<Params extends z.ZodObject, Query extends z.ZodObject> = {
  readonly season: Season
  readonly params: z.output<Params>
  readonly query: z.output<Query>
}

export function seasonRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Answer extends z.ZodType,
>(route: {
  readonly path: string
  readonly summary: string
  readonly params: Params
  readonly query: Query
  readonly answer: Answer
  readonly handle: (input: RouteInput<Params, Query>) => Promise<z.output<Answer>>
}): SeasonRoute {
  const { path, summary, params, query, answer, handle } = route
  return {
    path,
    summary,
    params,
    query,
    answer,
    answerFrom: async (season, rawParams, rawQuery) => {
      const parsedQuery = parseQuery(query, rawQuery)
      const parsedParams = await parseParams(params, rawParams, season)
      return handle({ season, params: parsedParams, query: parsedQuery })
    },
  }
}
