import { expect, onTestFinished, test } from 'vitest'
import { connectFirestore } from '#core/adapters/firestore-database.ts'
import { createFirestoreDocumentStore } from '#core/adapters/firestore-document-store.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import type { DocumentStore } from '#core/ports/document-store.ts'
import { hasEmulator, lentEmulator, newProject } from '../testing/lent-emulator.ts'
import { publishSeason } from './fixtures/season-documents.ts'
import { startedService } from './fixtures/season-service.fixture.ts'
import { keepDocuments } from './kept-documents.ts'
import { readAhead } from './read-ahead.ts'
import { watchedStore } from './watched-store-fixture.ts'

const race = '/api/races/barber-r1'
const car = `${race}/cars/13`
const sectionsOfLap = ['s1', 's2', 's3'].map(
  (section) => `ml_section_recommendations/barber-r1_13_02_${section}`,
)

/** What each address reads of the store once a season is there: next to nothing, for each read is time and money. */
const readsOf: readonly (readonly [address: string, reads: readonly string[]])[] = [
  ['/api/tracks', []],
  ['/api/tracks/barber', []],
  ['/api/tracks/barber/composite', []],
  ['/api/races', []],
  [race, []],
  [`${race}/cars`, []],
  [`${race}/composite`, []],
  [`${race}/weather`, []],
  [`${race}/field`, []],
  [`${race}/lap-chart`, []],
  [`${car}/laps`, []],
  [`${car}/sections`, []],
  [`${car}/patterns`, []],
  [`${car}/coaching`, []],
  [`${car}/laps/2`, sectionsOfLap],
  // The same three again.
  [`${car}/sections?lap=2`, []],
]

/** Until it has read of the season all that it reads by itself. */
async function untilRead(reads: readonly string[], cars: number) {
  const ofCars = () => reads.filter((read) => /^(ml_pattern|coaching)/.test(read)).length
  await expect.poll(ofCars, { timeout: 10_000 }).toBe(cars * 2)
}

async function startedOn(publish: DocumentStore, mostCars?: number) {
  await publishSeason(publish, 'run-1')
  const watched = watchedStore(publish)
  const kept = keepDocuments(watched.store, 1_000_000, (reader) => readAhead(reader, mostCars))
  return { ...watched, kept, service: await startedService(kept) }
}

test('what views begin with is read before the service is healthy, what cars are shown with after that', async () => {
  const { reads, service } = await startedOn(openSqliteDocumentStore(':memory:'))
  expect((await service.get('/health')).status).toBe(200)
  const begun = ['best_case_composites/*', 'ml_weather_recommendations/barber-r1']
  const all = [...begun, 'ml_weather_recommendations/barber-r2', 'races/*', 'tracks/*']
  expect(reads.filter((read) => !/^(ml_pattern|coaching)/.test(read)).toSorted()).toEqual(all)
  await untilRead(reads, 8)
  expect(new Set(reads).size).toBe(reads.length)

  for (const [address, expected] of readsOf) {
    reads.length = 0
    expect([address, (await service.get(address)).status]).toEqual([address, 200])
    expect([address, reads]).toEqual([address, expected])
  }
})

test('a season that is published meanwhile is read anew, and answered at the next request', async () => {
  const store = openSqliteDocumentStore(':memory:')
  const { reads, service } = await startedOn(store)
  await service.get('/health')
  await untilRead(reads, 8)
  reads.length = 0
  await publishSeason(store, 'run-2', { field: { '21': { position: 1 } } })
  expect((await service.get(`${race}/cars/21/patterns`)).status).toBe(200)
  expect((await service.get(`${car}/patterns`)).status).toBe(404)
  expect(reads).toContain('races/*')
})

test('of a season with more cars than are read ahead, the others are read when they are asked for', async () => {
  const { reads, service } = await startedOn(openSqliteDocumentStore(':memory:'), 5)
  await service.get('/health')
  await untilRead(reads, 5)
  reads.length = 0
  const answer: unknown = await (await service.get('/api/races/barber-r2/cars')).json()
  expect(answer).toMatchObject({ cars: [{}, {}, {}, {}] })
  expect(reads).toHaveLength(3)
})

test('a store that fails while it is read ahead is asked again by answers', async () => {
  const store = openSqliteDocumentStore(':memory:')
  await publishSeason(store, 'run-1')
  const watched = watchedStore(store)
  watched.setFailing(true)
  const service = await startedService(keepDocuments(watched.store, 1_000_000, readAhead))
  expect((await service.get(race)).status).toBe(503)
  watched.setFailing(false)
  expect((await service.get(race)).status).toBe(200)
  expect((await service.get(`${race}/cars`)).status).toBe(200)
})

test.skipIf(!hasEmulator)(
  'an answer on Firestore takes one request at most',
  { timeout: 60_000 },
  async () => {
    const connected = connectFirestore({ project: newProject(), emulator: await lentEmulator() })
    let requests = 0
    const ask: typeof connected.ask = (work, withinMs) => {
      requests += 1
      return connected.ask(work, withinMs)
    }
    const times = { pointerKeptMs: 3_600_000, graceMs: 3_600_000 }
    const store = createFirestoreDocumentStore({ ...connected, ask }, times)
    onTestFinished(() => store.close())
    const { reads, service } = await startedOn(store)
    requests = 0
    await service.get('/health')
    await untilRead(reads, 8)
    // The pointer, three lists, the weather of all races, the cars of each race.
    expect(requests).toBe(1 + 3 + 1 + 2)
    for (const [address, expected] of readsOf) {
      requests = 0
      expect([address, (await service.get(address)).status]).toEqual([address, 200])
      expect([address, requests]).toEqual([address, Math.min(1, expected.length)])
    }
  },
)
