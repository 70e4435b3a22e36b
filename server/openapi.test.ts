import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { defaultOptions } from './fixtures/running-service.ts'
import { openSeasonService } from './fixtures/season-service.fixture.ts'
import { createCurrentReader } from './current-reader.ts'
import { plainRoutes } from './openapi.ts'
import { createResponseCache } from './response-cache.ts'
import { createRouter } from './router.ts'
import { routerPath } from './router-path.ts'
import { seasonRoutes } from './routes/season-routes.ts'

const { store, get } = openSeasonService()

/** '/api/races/{raceId}' → '/api/races/barber-r1' */
const examples: Readonly<Record<string, string>> = {
  trackId: 'barber',
  raceId: 'barber-r1',
  car: '13',
  lap: '2',
}
const examplePath = (path: string) =>
  path.replaceAll(/\{([A-Za-z]+)\}/g, (_, name: string) => examples[name] ?? '') +
  (path === '/api/facts' ? '?id=ml_pattern_recommendations/barber-r1_13%23laps.2.timeMs.lap' : '')

const OpenApi = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({
        summary: z.string().min(1),
        parameters: z
          .array(z.object({ name: z.string(), in: z.enum(['path', 'query']), schema: z.unknown() }))
          .optional(),
        responses: z.record(z.string(), z.unknown()),
      }),
    }),
  ),
})

async function openApi() {
  const answer = await get('/api/openapi.json')
  return OpenApi.parse(await answer.json())
}

describe('every documented path answers what its schema says, and nothing more', () => {
  test.each([...seasonRoutes, ...plainRoutes])('$path', async ({ path, answer }) => {
    const response = await get(examplePath(path))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const body: unknown = await response.json()
    expect(answer.parse(body)).toEqual(body)
  })
})

test('every path that is served is documented, but the pages', async () => {
  const { paths } = await openApi()
  const served = createRouter({
    ...defaultOptions,
    currentReader: createCurrentReader(store),
    cache: createResponseCache(1000),
  }).stack.map(({ path }) => String(path))
  expect(Object.keys(paths).map(routerPath).toSorted()).toEqual(
    served.filter((path) => /^\/(api|health)/.test(path)).toSorted(),
  )
})

test('the document says which parameters a path takes', async () => {
  const { paths } = await openApi()
  const of = (path: string) =>
    paths[path]?.get.parameters?.map(({ name, in: place }) => [place, name])
  expect(of('/api/races/{raceId}/cars/{car}/sections')).toEqual([
    ['path', 'raceId'],
    ['path', 'car'],
    ['query', 'lap'],
  ])
  const [limit] = paths['/api/races']?.get.parameters ?? []
  expect(limit?.schema).toEqual({
    description: 'How many items a page holds; 50 unless given.',
    type: 'integer',
    minimum: 1,
    maximum: 500,
  })
  expect(Object.keys(paths['/api/races']?.get.responses ?? {})).toEqual(
    expect.arrayContaining(['200', '400', '404', '405', '429', '503', '504']),
  )
})
