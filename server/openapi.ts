import * as z from 'zod'
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import { ErrorAnswer } from '#core/protocol/rest/error-answer.ts'
import { apiVersion, HealthAnswer, LiveAnswer } from '#core/protocol/rest/health-answer.ts'
import { QualityAnswer } from '#core/protocol/rest/quality-answer.ts'
import { NoParams, NoQuery } from '#core/protocol/rest/path-params.ts'

/** A path of the service, as much of it as the document tells. */
export type DocumentedRoute = {
  readonly path: string
  readonly summary: string
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  readonly answer: z.ZodType
  /** GET where it is not said. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: z.ZodType
  /** For who has signed in. */
  readonly isForCoaches?: boolean
}

/** The paths that are answered without a season. */
export const plainRoutes: readonly DocumentedRoute[] = [
  {
    path: '/health',
    summary:
      'Whether a season is served; 503 while there is none, with the progress of its building.',
    params: NoParams,
    query: NoQuery,
    answer: HealthAnswer,
  },
  {
    path: '/health/live',
    summary: 'Whether the process answers; asks neither the store nor the model.',
    params: NoParams,
    query: NoQuery,
    answer: LiveAnswer,
  },
  {
    path: '/api/quality',
    summary: 'The last run of the evaluation of the chat; null before the first one.',
    params: NoParams,
    query: NoQuery,
    answer: QualityAnswer,
  },
  {
    path: '/api/openapi.json',
    summary: 'This document.',
    params: NoParams,
    query: NoQuery,
    answer: z.looseObject({ openapi: z.string() }),
  },
]

const answersOf: Readonly<Record<string, string>> = {
  400: 'The query, a cursor or a lap number is not valid; the message names it.',
  404: 'It is not in this season; the message says what is near.',
  405: 'Only GET and HEAD.',
  429: 'Too many requests from this address; see `Retry-After`.',
  503: 'No season is published yet, or the store does not answer.',
  504: 'The answer took too long.',
}

const answersForCoaches: typeof answersOf = {
  ...answersOf,
  400: 'The query or the body is not valid; the message names what is.',
  401: 'Nobody has signed in, or not any longer.',
  403: 'Asked from a foreign origin, without the header X-KaizenLap-Coach, or by a coach who may not.',
  404: 'It is not stored (any more).',
  405: 'Another method.',
  409: 'Another coach has the answer, or there is nothing to undo.',
}

/** OpenAPI 3.1, made of the schemas that the routes parse with. */
export function createOpenApi(routes: readonly DocumentedRoute[]) {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'KaizenLap',
      version: apiVersion,
      description:
        'Race timing as coaching figures. Times are in ms, `null` is what is absent. Answers carry an `ETag` of the published season.',
    },
    paths: Object.fromEntries(
      [...Map.groupBy(routes, ({ path }) => path)].map(([path, ofPath]) => [
        path,
        Object.assign({}, ...ofPath.map(operationOf)),
      ]),
    ),
  })
}

function operationOf(route: DocumentedRoute): ZodOpenApiPathsObject[string] {
  const { method = 'GET', body } = route
  const content = body && { 'application/json': { schema: body } }
  const operation = {
    summary: route.summary,
    requestParams: { path: route.params, query: route.query },
    ...(content && method !== 'GET' && method !== 'DELETE' && { requestBody: { content } }),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: route.answer } } },
      ...(route.path === '/health' ? startingAnswer(route) : errorAnswers(route)),
    },
  }
  switch (method) {
    case 'GET':
      return { get: operation }
    case 'POST':
      return { post: operation }
    case 'PUT':
      return { put: operation }
    case 'DELETE':
      return { delete: operation }
  }
}

/** /health tells of itself in the same shape, whatever its state. */
function startingAnswer(route: DocumentedRoute) {
  const content = { 'application/json': { schema: route.answer } }
  return { 503: { description: 'No season is published yet.', content } }
}

function errorAnswers({ isForCoaches = false }: DocumentedRoute) {
  const content = { 'application/json': { schema: ErrorAnswer } }
  const answers = isForCoaches ? answersForCoaches : answersOf
  return Object.fromEntries(
    Object.entries(answers).map(([status, description]) => [status, { description, content }]),
  )
}
