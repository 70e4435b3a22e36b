import { describe, expect, test } from 'vitest'
import type { DocumentReader, DocumentStore } from '#core/ports/document-store.ts'
import { startedSeason, startedService } from './fixtures/season-service.fixture.ts'

/** A store that reads through another reader. */
function readingBy(
  store: DocumentStore,
  change: (reader: DocumentReader) => Partial<DocumentReader>,
) {
  return {
    ...store,
    current: async () => {
      const reader = await store.current()
      return reader && { ...reader, ...change(reader) }
    },
  }
}

describe('errors have one shape', () => {
  test.each([
    ['/api/nowhere', 404, 'not-found', "There is nothing at '/api/nowhere'."],
    ['/api/tracks/monza', 404, 'not-found', "track 'monza' is not in this season; it has barber"],
    [
      '/api/races/barber-r3',
      404,
      'not-found',
      "race 'barber-r3' is not in this season; it has barber-r1, barber-r2",
    ],
    [
      '/api/races/Barber/cars',
      404,
      'not-found',
      "race 'Barber' is not in this season; it has barber-r1, barber-r2",
    ],
    [
      '/api/races/barber-r1/cars/99/laps',
      404,
      'not-found',
      "car '99' is not in race barber-r1; it has 3, 13, 03, 3-2",
    ],
    [
      '/api/races/barber-r1/cars/..%2F13/laps',
      404,
      'not-found',
      "car '../13' is not in race barber-r1; it has 3, 13, 03, 3-2",
    ],
    [
      '/api/races/monza-r1/cars/13/coaching',
      404,
      'not-found',
      "race 'monza-r1' is not in this season; it has barber-r1, barber-r2",
    ],
    [
      '/api/races/barber-r1/cars/13/laps/9',
      404,
      'not-found',
      'lap 9 of car 13 is not in race barber-r1; its laps are 1 to 3',
    ],
    [
      '/api/races/barber-r1/cars/13/laps/last',
      400,
      'bad-request',
      "lap 'last' is not a lap number: laps are counted from 1",
    ],
    [
      '/api/races/barber-r1/cars/13/sections?lap=0',
      400,
      'bad-request',
      "lap '0' is not a lap number: laps are counted from 1",
    ],
    ['/api/races?limit=0', 400, 'bad-request', "limit '0' is not a whole number from 1 to 500"],
    ['/api/races?limit=501', 400, 'bad-request', "limit '501' is not a whole number from 1 to 500"],
    ['/api/races?limit=1&limit=2', 400, 'bad-request', 'limit is given 2 times; once is enough'],
    ['/api/races?page=2', 400, 'bad-request', "'page' is not a parameter here"],
    [
      '/api/races/barber-r1/field?carClass=GT3',
      400,
      'bad-request',
      "carClass 'GT3' is not in race barber-r1; it has Am, Pro",
    ],
    ['/api/facts', 400, 'bad-request', 'id is missing'],
    [
      '/api/facts?id=races/barber-r1%23nothing',
      404,
      'not-found',
      "fact 'races/barber-r1#nothing' is not in this season",
    ],
  ])('%s', async (path, status, code, message) => {
    const { service } = await startedSeason()
    const answer = await service.get(path)
    expect(await answer.json()).toEqual({ error: { code, message } })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('etag')).toBeNull()
  })

  test('a fault of the store is 503, and the log has the reason, not the client', async () => {
    const { store } = await startedSeason()
    const failing = readingBy(store, () => ({
      get: () => Promise.reject(new Error('disk /var/lib/secret is gone')),
    }))
    const service = await startedService(failing)
    const answer = await service.get('/api/races/barber-r1')
    const text = await answer.text()
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(JSON.parse(text)).toEqual({
      error: { code: 'unavailable', message: 'The store does not answer. Try again.' },
    })
    expect(service.logged.join('')).toContain('disk /var/lib/secret is gone')
  })

  test('a document that is not what it should be is 500 and says nothing of it', async () => {
    const { store } = await startedSeason()
    const broken = readingBy(store, () => ({ get: () => Promise.resolve({ raceId: 'canary' }) }))
    const service = await startedService(broken)
    const answer = await service.get('/api/races/barber-r1')
    const text = await answer.text()
    expect(answer.status).toBe(500)
    expect(JSON.parse(text)).toEqual({
      error: { code: 'internal', message: 'Something went wrong here. It has been noted.' },
    })
    const line: unknown = JSON.parse(service.logged.at(-1) ?? '')
    expect(line).toMatchObject({ severity: 'ERROR', message: 'request' })
    expect(line).toHaveProperty('stack_trace')
  })

  test('an answer that takes too long is 504, and the next request does not wait for it', async () => {
    const { store } = await startedSeason()
    let isStuck = true
    const slow = readingBy(store, (reader) => ({
      get: (...of) => (isStuck ? new Promise(() => {}) : reader.get(...of)),
    }))
    const service = await startedService(slow, { requestTimeoutMs: 1000 })
    const answer = await service.get('/api/races/barber-r1')
    expect(answer.status).toBe(504)
    expect(await answer.json()).toEqual({
      error: { code: 'timeout', message: 'The answer took longer than 1 s.' },
    })
    isStuck = false
    expect((await service.get('/api/races/barber-r1')).status).toBe(200)
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    '%s is 405 on a path that is there, 404 elsewhere',
    async (method) => {
      const { service } = await startedSeason()
      const answer = await service.get('/api/races/barber-r1', { method })
      expect(answer.status).toBe(405)
      expect(answer.headers.get('allow')).toBe('GET, HEAD')
      expect(await answer.json()).toEqual({
        error: {
          code: 'method-not-allowed',
          message: `${method} is not allowed here; GET and HEAD are.`,
        },
      })
      expect((await service.get('/nowhere', { method })).status).toBe(404)
    },
  )
})
