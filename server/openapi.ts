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
    paths: Object.fromEntries(routes.map((route) => [route.path, pathOf(route)])),
  })
}

function pathOf(route: DocumentedRoute): ZodOpenApiPathsObject[string] {
  return {
    get: {
      summary: route.summary,
      requestParams: { path: route.params, query: route.query },
      responses: {
        200: { description: 'OK', content: { 'application/json': { schema: route.answer } } },
        ...(route.path === '/health' ? startingAnswer(route) : errorAnswers()),
      },
    },
  }
}

/** /health tells of itself in the same shape, whatever its state. */
function startingAnswer(route: DocumentedRoute) {
  const content = { 'application/json': { schema: route.answer } }
  return { 503: { description: 'No season is published yet.', content } }
}

function errorAnswers() {
  const content = { 'application/json': { schema: ErrorAnswer } }
  return Object.fromEntries(
    Object.entries(answersOf).map(([status, description]) => [status, { description, content }]),
  )
}
