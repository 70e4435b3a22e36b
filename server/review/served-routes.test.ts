import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { createCurrentReader } from '../current-reader.ts'
import { echo } from '../fixtures/running-chat.fixture.ts'
import { ownHeader, type RunningReview, runReview } from '../fixtures/running-review.fixture.ts'
import { defaultOptions, runService } from '../fixtures/running-service.ts'
import { named, tryRoute } from '../fixtures/tried-routes.fixture.ts'
import { createResponseCache } from '../response-cache.ts'
import { createRouter } from '../router.ts'
import { routerPath } from '../router-path.ts'
import { reviewRoutes } from './review-routes.ts'

let byToken: RunningReview

beforeAll(async () => {
  byToken = await runReview({ answer: echo })
})
afterAll(() => byToken.stop())

const asked = { answerId: 'a'.repeat(22), conversationId: 'c'.repeat(22) }

const OpenApi = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
})

describe('every path for coaches is one of the list', () => {
  const router = () =>
    createRouter({
      ...defaultOptions,
      currentReader: createCurrentReader(openSqliteDocumentStore(':memory:')),
      cache: createResponseCache(1000),
      desk: byToken.desk,
    })

  test('served are the routes that were tried above, and none besides', () => {
    const served = router()
      .stack.filter(({ path }) => String(path).startsWith('/api/coach'))
      .flatMap(({ path, methods }) =>
        methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${String(path)}`),
      )
    const listed = reviewRoutes.map(({ method, path }) => `${method} ${routerPath(path)}`)
    expect(served.toSorted()).toEqual(listed.toSorted())
  })

  test('open are the ways in alone', () => {
    const open = reviewRoutes.filter(({ isOpen }) => isOpen).map(({ path }) => path)
    expect(new Set(open)).toEqual(new Set(['/api/coach/sign-in']))
  })

  test('the document lists them, with their methods', async () => {
    const response = await fetch(`${byToken.origin}/api/openapi.json`)
    const { paths } = OpenApi.parse(await response.json())
    const documented = Object.entries(paths).flatMap(([path, operations]) =>
      path.startsWith('/api/coach')
        ? Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`)
        : [],
    )
    const listed = reviewRoutes.map(({ method, path }) => `${method} ${path}`)
    expect(documented.toSorted()).toEqual(listed.toSorted())
  })
})

describe('with SURFACE=public nothing is there', () => {
  let service: Awaited<ReturnType<typeof runService>>
  beforeAll(async () => {
    service = await runService(openSqliteDocumentStore(':memory:'))
  })
  afterAll(() => service.stop())

  test.each(named(reviewRoutes))('%s', async (_, route) => {
    const headers = { ...ownHeader, cookie: 'kaizenlap-coach=x' }
    expect((await tryRoute(service.origin, route, asked, headers)).status).toBe(404)
  })

  test('nor in the document', async () => {
    expect(await (await service.get('/api/openapi.json')).text()).not.toContain('/api/coach')
  })
})
