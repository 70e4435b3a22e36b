import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { runService } from './fixtures/running-service.ts'
import { openSeasonService } from './fixtures/season-service.fixture.ts'
import { publishSeason } from './fixtures/season-documents.ts'

const Page = z.looseObject({ nextCursor: z.string().optional() })

const { store, get, json } = openSeasonService()

describe('pages', () => {
  const Laps = Page.extend({ laps: z.array(z.looseObject({ lap: z.int() })) })
  const path = '/api/races/barber-r1/cars/3/laps'

  async function allLaps(limit: number, cursor?: string): Promise<number[]> {
    const from = cursor === undefined ? '' : `&cursor=${cursor}`
    const page = Laps.parse(await json(`${path}?limit=${limit}${from}`))
    const laps = page.laps.map(({ lap }) => lap)
    expect(laps.length).toBeLessThanOrEqual(limit)
    return page.nextCursor === undefined
      ? laps
      : [...laps, ...(await allLaps(limit, page.nextCursor))]
  }

  test.each([1, 7, 30, 59, 60, 61, 500])('of %i hold every lap once, in order', async (limit) => {
    expect(await allLaps(limit)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
  })

  test('hold 50 unless told otherwise', async () => {
    const page = Laps.parse(await json(path))
    expect(page.laps).toHaveLength(50)
    expect(page.nextCursor).toBeTypeOf('string')
  })

  test.each(['x', 'e30', Buffer.from('{"season":"run-1","after":"77"}').toString('base64url')])(
    'do not begin at what is no cursor: %s',
    async (cursor) => {
      const answer = await get(`${path}?cursor=${cursor}`)
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({
        error: { message: 'cursor is not one of this list; begin again without a cursor.' },
      })
    },
  )
})

describe('when the next season is published', () => {
  test('a request under way reads the season that it began with', async () => {
    const other = openSqliteDocumentStore(':memory:')
    await publishSeason(other, 'first')
    const { promise: published, resolve: publish } = Promise.withResolvers<void>()
    const { promise: isReading, resolve: nowReading } = Promise.withResolvers<void>()
    const seen: string[] = []
    const slow = await runService({
      ...other,
      current: async () => {
        const reader = await other.current()
        return (
          reader && {
            ...reader,
            get: async (collection, id) => {
              seen.push(`${reader.generation.runId} ${collection}`)
              nowReading()
              await published
              return reader.get(collection, id)
            },
          }
        )
      },
    })
    const answering = slow.get('/api/races/barber-r1/cars/13/sections')
    await isReading
    await publishSeason(other, 'second', { field: { 7: {} } })
    publish()
    const answer = await answering
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ car: '13' })
    expect(seen.filter((read) => !read.startsWith('first '))).toEqual([])
    expect((await slow.get('/api/races/barber-r1/cars/13/sections')).status).toBe(404)
    await slow.stop()
  })

  test('an old ETag and an old cursor are not taken', async () => {
    const path = '/api/races/barber-r1/cars?limit=2'
    const first = await get(path)
    const { nextCursor = '' } = Page.parse(await first.json())
    await publishSeason(store, 'run-2', { field: { 7: { position: 1 } } })
    const again = await get(path, {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(200)
    expect(await again.json()).toMatchObject({ cars: [{ car: '7' }] })
    const next = await get(`${path}&cursor=${nextCursor}`)
    expect(next.status).toBe(400)
    expect(await next.json()).toEqual({
      error: {
        code: 'bad-request',
        message:
          'cursor is of a season that has since been published anew; begin again without a cursor.',
      },
    })
  })
})
