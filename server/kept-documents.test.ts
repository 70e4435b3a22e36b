import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import {
  type CollectionCounts,
  collections,
  type DocumentReader,
  type DocumentStore,
} from '#core/ports/document-store.ts'
import { runService } from './fixtures/running-service.ts'
import { publishSeason } from './fixtures/season-documents.ts'
import { keepDocuments } from './kept-documents.ts'
import { watchedStore } from './watched-store-fixture.ts'

let store: DocumentStore
let watched: ReturnType<typeof watchedStore>

beforeEach(async () => {
  store = openSqliteDocumentStore(':memory:')
  watched = watchedStore(store)
  await publishSeason(store, 'run-1')
})
afterEach(() => store.close())

/** Reads the season that is published, through what is kept. */
function keeping(maxCharacters = 1_000_000) {
  const kept = keepDocuments(watched.store, maxCharacters)
  return async () => {
    const reader = await kept.current()
    if (reader === undefined) throw new Error('no season is published')
    return reader
  }
}

test('a document is read once, however often and by however many it is asked for', async () => {
  const current = keeping()
  const ask = async () => await (await current()).get('races', 'barber-r1')
  const asked = await Promise.all([ask(), ask(), ask()])
  expect(new Set([...asked, await ask()]).size).toBe(1)
  expect(asked[0]).toEqual(await (await store.current())?.get('races', 'barber-r1'))
  expect(watched.reads).toEqual(['races/barber-r1'])
})

test('a list is read once, and brings its documents', async () => {
  const reader = await keeping()()
  const known = await reader.get('races', 'barber-r2')
  const page = await reader.list('races', { prefix: 'barber', limit: 5 })
  expect(page).toEqual(await (await store.current())?.list('races', { prefix: 'barber', limit: 5 }))
  expect(await reader.list('races', { prefix: 'barber', limit: 5 })).toEqual(page)
  expect(await reader.get('races', 'barber-r1')).toBe(page.documents[0]?.document)
  expect(known).toBe(page.documents[1]?.document)
  expect(watched.reads).toEqual(['races/barber-r2', 'races/barber*'])
})

test('pages of a list are told apart', async () => {
  const reader = await keeping()()
  const first = await reader.list('races', { limit: 1 })
  expect(first.next).toBe('barber-r1')
  const second = await reader.list('races', { after: 'barber-r1', limit: 1 })
  const ids = [first, second].map(({ documents }) => documents.map(({ id }) => id))
  expect(ids).toEqual([['barber-r1'], ['barber-r2']])
  expect(second.next).toBeUndefined()
})

test('what is not there is asked for once', async () => {
  const reader = await keeping()()
  expect(await reader.get('races', 'barber-r9')).toBeUndefined()
  expect(await reader.get('races', 'barber-r9')).toBeUndefined()
  expect(watched.reads).toEqual(['races/barber-r9'])
})

test('what failed is asked for again', async () => {
  const reader = await keeping()()
  watched.setFailing(true)
  await expect(reader.get('races', 'barber-r1')).rejects.toThrow('no answer')
  watched.setFailing(false)
  expect(await reader.get('races', 'barber-r1')).toBeDefined()
  expect(watched.reads).toHaveLength(2)
})

test('what is kept is bounded: what was not asked for longest gives way', async () => {
  const text = await (await store.current())?.getText('races', 'barber-r1')
  const reader = await keeping(Math.round((text?.length ?? 0) * 1.5) + 300)()
  for (const id of ['barber-r1', 'barber-r1', 'barber-r2', 'barber-r1'])
    expect(await reader.get('races', id)).toBeDefined()
  expect(watched.reads).toEqual(['races/barber-r1', 'races/barber-r2', 'races/barber-r1'])
})

test('a season that is published is read from then on, and one that is held stays what it was', async () => {
  const current = keeping()
  const before = await current()
  await before.get('races', 'barber-r1')
  expect(await current()).toBe(before)
  await publishSeason(store, 'run-2', { field: { '21': { position: 1 } } })
  const after = await current()
  expect(after.generation.runId).toBe('run-2')
  const carsOf = async (reader: DocumentReader) =>
    (await reader.list('ml_pattern_recommendations', { prefix: 'barber-r1_', limit: 9 })).documents
  expect((await carsOf(after)).map(({ id }) => id)).toEqual(['barber-r1_21'])
  expect((await carsOf(before)).map(({ id }) => id)).toContain('barber-r1_13')
})

test('a season that is gone back to is answered at the next request, under the tag that it had', async () => {
  const service = await runService(keepDocuments(store, 1_000_000))
  const ask = async () => {
    const answer = await service.get('/api/races/barber-r1/cars/13/patterns')
    return { status: answer.status, tag: answer.headers.get('etag'), text: await answer.text() }
  }
  const good = await ask()
  const [first] = await store.generations()
  const counts = await countsOf(await store.current())
  await publishSeason(store, 'run-2', { field: { '21': { position: 1 } } })
  expect((await ask()).status).toBe(404)
  await store.activate(first?.generation ?? 0, counts)
  expect(await ask()).toEqual(good)
  await service.stop()
})

async function countsOf(reader: DocumentReader | undefined): Promise<CollectionCounts> {
  const counted = collections.map(async (name) => [name, await reader?.count(name)])
  return Counts.parse(Object.fromEntries(await Promise.all(counted)))
}

const Counts = z.record(z.enum(collections), z.int())
