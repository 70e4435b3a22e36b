import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import type { DocumentReader } from '#core/ports/document-store.ts'
import { type RunningService, runService } from './fixtures/running-service.ts'
import { publishSeason } from './fixtures/season-documents.ts'

const store = openSqliteDocumentStore(':memory:')
let service: RunningService
let reads: string[] = []

/** Notes what is read. */
function watched(reader: DocumentReader): DocumentReader {
  const note = (what: string) => {
    reads = [...reads, what]
  }
  return {
    ...reader,
    get: (collection, id) => {
      note(`${reader.generation.runId} ${collection}/${id}`)
      return reader.get(collection, id)
    },
    list: (collection, options) => {
      note(`${reader.generation.runId} ${collection}/${options.prefix}*`)
      return reader.list(collection, options)
    },
  }
}

beforeAll(async () => {
  await publishSeason(store, 'run-1')
  service = await runService({
    ...store,
    current: async () => {
      const reader = await store.current()
      return reader && watched(reader)
    },
  })
})
afterAll(() => service.stop())

const json = async (path: string): Promise<unknown> => (await service.get(path)).json()

describe('answers that the client has already', () => {
  test('are 304 without a document being read', async () => {
    const first = await service.get('/api/races/barber-r1/weather')
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('no-cache')
    reads = []
    const again = await service.get('/api/races/barber-r1/weather', {
      headers: { 'If-None-Match': etag },
    })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('etag')).toBe(etag)
    expect(reads).toEqual([])
  })

  test('are not those of an older revision of the service', async () => {
    const first = await service.get('/api/races')
    const newer = await runService(store, { revision: 'newer' })
    const again = await newer.get('/api/races', {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(200)
    await newer.stop()
  })

  test('are read once, however many ask at the same time', async () => {
    reads = []
    const path = '/api/races/barber-r2/cars/13/laps/2'
    const answers = await Promise.all(Array.from({ length: 20 }, () => json(path)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const sections = reads.filter((read) => read.includes('ml_section'))
    expect(sections).not.toEqual([])
    expect(sections).toEqual([...new Set(sections)])
  })
})

test('HEAD answers as GET, without the body', async () => {
  const path = '/api/races/barber-r1/cars'
  const [head, get] = await Promise.all([service.get(path, { method: 'HEAD' }), service.get(path)])
  expect(head.status).toBe(200)
  expect(await head.text()).toBe('')
  expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
})

test.each(['br', 'gzip'])('a large answer is sent as %s to who takes it', async (encoding) => {
  const path = '/api/races/barber-r1/cars'
  const plain = await service.get(path, { headers: { 'Accept-Encoding': 'identity' } })
  const packed = await service.get(path, { headers: { 'Accept-Encoding': encoding } })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(packed.headers.get('content-encoding')).toBe(encoding)
  expect(packed.headers.get('vary')).toBe('Accept-Encoding')
  expect(await packed.json()).toEqual(await plain.json())
  expect(Number(packed.headers.get('content-length'))).toBeLessThan(
    Number(plain.headers.get('content-length')) / 2,
  )
})

test.each([
  ['GET', 'field', 'identity'],
  ['GET', 'field', 'br'],
  ['HEAD', 'cars/13/laps', 'identity'],
])('%s %s as %s is answered alike when it is known', async (method, part, encoding) => {
  const path = `/api/races/barber-r1/${part}`
  const ask = async () =>
    await service.get(path, { method, headers: { 'Accept-Encoding': encoding } })
  const [first, again] = [await ask(), await ask()]
  expect(again.status).toBe(first.status)
  expect(headersOf(again)).toEqual(headersOf(first))
  expect(await again.text()).toBe(await first.text())
})

/** All but the moment. */
function headersOf({ headers }: Response) {
  return Object.fromEntries([...headers].filter(([name]) => name !== 'date'))
}
