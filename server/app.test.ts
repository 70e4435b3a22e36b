import { describe, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { startedSeason, startedService } from './fixtures/season-service.fixture.ts'
import { publishSeason } from './fixtures/season-documents.ts'
import { openBuiltClient } from './pages/built-client.ts'

describe('without a season', () => {
  test('the API says what to do', async () => {
    const service = await startedService(openSqliteDocumentStore(':memory:'))
    const answer = await service.get('/api/races')
    expect(answer.status).toBe(503)
    expect(await answer.json()).toEqual({
      error: {
        code: 'unavailable',
        message: 'No season is published yet. Publish one with: npm run season',
      },
    })
  })

  test('health is starting with its progress, then healthy', async () => {
    const store = openSqliteDocumentStore(':memory:')
    const progress = { text: 'sections barber-r1', done: 3, of: 14 }
    const service = await startedService(store, { progress: () => progress })
    const before = await service.get('/health')
    expect(before.status).toBe(503)
    expect(await before.json()).toMatchObject({ status: 'starting', version: '1.0', progress })
    await publishSeason(store, 'run-1')
    const after = await service.get('/health')
    expect(after.status).toBe(200)
    expect(await after.json()).toMatchObject({
      status: 'healthy',
      version: '1.0',
      store: 'sqlite',
      generation: 1,
      runId: 'run-1',
      model: null,
      progress: null,
    })
  })

  test('health tells of a store that does not answer, the process lives', async () => {
    const store = openSqliteDocumentStore(':memory:')
    await store.close()
    const service = await startedService(store)
    const answer = await service.get('/health')
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ status: 'unavailable', generation: null })
    expect((await service.get('/health/live')).status).toBe(200)
  })
})

describe('limits by address', () => {
  test('too many requests are 429 with when to come back; health is not counted', async () => {
    const { service } = await startedSeason({ requestsPerMinute: 2 })
    const statuses = []
    for (let request = 0; request < 3; request += 1) {
      // oxlint-disable-next-line no-await-in-loop -- the third is one too many
      statuses.push((await service.get('/api/races')).status)
    }
    expect(statuses).toEqual([200, 200, 429])
    const refused = await service.get('/api/races')
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(await refused.json()).toMatchObject({ error: { code: 'too-many-requests' } })
    expect((await service.get('/health')).status).toBe(200)
  })

  test('behind the proxy the last hop counts, which the client cannot write', async () => {
    const { service } = await startedSeason({ requestsPerMinute: 1, isBehindProxy: true })
    const from = (addresses: string) =>
      service.get('/api/races', { headers: { 'X-Forwarded-For': addresses } })
    expect((await from('10.0.0.1')).status).toBe(200)
    expect((await from('10.0.0.2')).status).toBe(200)
    expect((await from('10.9.9.9, 10.0.0.1')).status).toBe(429)
  })

  test('without a proxy the header is not believed', async () => {
    const { service } = await startedSeason({ requestsPerMinute: 1 })
    const from = (address: string) =>
      service.get('/api/races', { headers: { 'X-Forwarded-For': address } })
    expect((await from('10.0.0.1')).status).toBe(200)
    expect((await from('10.0.0.2')).status).toBe(429)
  })
})

test('a request is one line of the log, without what was asked in its query', async () => {
  const { service } = await startedSeason({ project: 'paddock' })
  await service.get('/api/races?limit=3', {
    headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
  })
  expect(service.logged).toHaveLength(1)
  expect(service.logged[0]).not.toContain('limit')
  expect(JSON.parse(service.logged[0] ?? '')).toMatchObject({
    severity: 'INFO',
    message: 'request',
    httpRequest: { requestMethod: 'GET', requestUrl: '/api/races', status: 200 },
    'logging.googleapis.com/trace': 'projects/paddock/traces/0af7651916cd43dd8448eb211c80319c',
    'logging.googleapis.com/spanId': 'b7ad6b7169203331',
    'logging.googleapis.com/trace_sampled': true,
  })
})

test('before the dashboard is built, its page says so and asks again', async () => {
  const { service } = await startedSeason({ client: openBuiltClient('no-such-folder') })
  const answer = await service.get('/races/barber-r1')
  expect(await answer.text()).toContain('The dashboard is being prepared.')
  expect(answer.headers.get('refresh')).toBe('2')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('x-powered-by')).toBeNull()
})
