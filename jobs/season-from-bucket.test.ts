import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zipOf, type Files } from '#core/adapters/timing-fixtures.ts'
import { openDocumentStore } from '#core/adapters/open-store.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { hasEmulator, lentEmulator, newProject } from '../testing/lent-emulator.ts'
import { newFolder } from '../testing/new-folder.ts'
import { startJobsIn } from '../testing/season-process.ts'
import {
  hasStorageServer,
  startStorageServer,
  type StorageServer,
} from '../testing/storage-server.ts'
import { digestOf, publishedDigest } from '../testing/store-digest.ts'
import { demoSeason, type TestSeason } from '../testing/test-season.ts'

let folder: string
let stores = 0
const newStore = () => join(folder, `store-${++stores}.db`)

beforeAll(async () => {
  folder = newFolder()
})

async function season(host: string, data: string, store: string, ...more: readonly string[]) {
  const environment = { STORAGE_EMULATOR_HOST: host, DATA: data }
  const what = more.length === 0 ? ['season'] : more
  return await startJobsIn(environment, ...what, '--store', `sqlite:${store}`).ended
}

describe.skipIf(!hasStorageServer())('a season that lies in a bucket', () => {
  let server: StorageServer
  let demo: TestSeason
  let files: Files

  beforeAll(async () => {
    server = await startStorageServer()
    demo = await demoSeason()
    const paths = globSync('**/*', { cwd: demo.data, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(demo.data.length + 1))
    files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(demo.data, path))]))
  })
  afterAll(async () => {
    await server.stop()
  })

  const ofTrack = (track: string): Files =>
    Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith(track)))
  const below = (prefix: string, some: Files): Files =>
    Object.fromEntries(Object.entries(some).map(([path, bytes]) => [prefix + path, bytes]))

  test('gives the documents of the folder, byte by byte, and keeps what it was read from', async () => {
    const bucket = await server.bucket(below('seasons/demo/', files))
    const store = newStore()
    const { code, out, err } = await season(server.url, `${bucket}/seasons/demo`, store)
    expect({ code, err }).toMatchObject({ code: 0, err: expect.not.stringContaining('Warning') })
    expect(out).toMatch(/^Published run /)
    expect(out).toMatch(/^objects +\d+ {3}\(generations kept with the run\)$/m)
    const [inFolder, inBucket] = [await publishedDigest(demo.store), await publishedDigest(store)]
    expect(inBucket?.documents).toBeGreaterThan(20_000)
    expect(inBucket?.digest).toBe(inFolder?.digest)
    const generations = await server.list(bucket)
    const kept = (await recordsOf(store, 'inputs_')).flatMap((record) => record['objects'])
    expect(kept).toHaveLength(Object.keys(files).length)
    expect(kept).toContainEqual({
      address: `${bucket}/seasons/demo/kaizenlap-demo-season.json`,
      bytes: files['kaizenlap-demo-season.json']?.length,
      generation: generations.get('seasons/demo/kaizenlap-demo-season.json'),
      md5: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/),
    })
  })

  test('may lie there in a zip', async () => {
    const track = ofTrack('barber')
    const bucket = await server.bucket({ ...track, 'season.zip': await zipOf(track) })
    const stores = [newStore(), newStore()]
    // The zip beside the files it holds would be a second file of each race.
    const inZip = await season(server.url, `${bucket}/season.zip`, stores[0] ?? '')
    expect(inZip).toMatchObject({ code: 0 })
    const alone = await server.bucket(track)
    await season(server.url, alone, stores[1] ?? '')
    const [first, second] = await Promise.all(stores.map(publishedDigest))
    expect(first?.documents).toBeGreaterThan(1000)
    expect(first?.digest).toBe(second?.digest)
  })

  test.runIf(hasEmulator)(
    'is the same in Firestore, with nothing else changed',
    async () => {
      const race1 = Object.entries(ofTrack('barber')).filter(([path]) => path.includes('Race 1'))
      const bucket = await server.bucket(Object.fromEntries(race1))
      const [emulator, project] = [await lentEmulator(), newProject()]
      const environment = {
        STORAGE_EMULATOR_HOST: server.url,
        FIRESTORE_EMULATOR_HOST: emulator,
        GOOGLE_CLOUD_PROJECT: project,
        STORE: 'firestore',
        DATA: bucket,
      }
      const embedded = newStore()
      const [cloud] = await Promise.all([
        startJobsIn(environment, 'season').ended,
        season(server.url, bucket, embedded),
      ])
      expect(cloud).toMatchObject({ code: 0 })
      const store = await openDocumentStore({ kind: 'firestore', project, emulator })
      const [inFirestore, inSqlite] = [await digestOf(store), await publishedDigest(embedded)]
      await store.close()
      expect(inSqlite?.documents).toBeGreaterThan(1000)
      expect(inFirestore?.digest).toBe(inSqlite?.digest)
    },
    120_000,
  )

  test('is refused where a file changed between the jobs of a run', async () => {
    const bucket = await server.bucket(ofTrack('barber'))
    const store = newStore()
    const job = (name: string) => season(server.url, bucket, store, 'job', name, '--run', 'r1')
    expect(await job('composites')).toMatchObject({ code: 0 })
    const timing = [...(await server.list(bucket)).keys()].find((path) => /23_/.test(path)) ?? ''
    await server.put(`${bucket}/${timing}`, files[timing] ?? Buffer.alloc(0))
    const { code, err } = await job('sections')
    expect(code).toBe(1)
    expect(err).toBe(
      `The timing files are not those that run r1 began with: ${bucket}/${timing} was written anew. Begin a new run\n`,
    )
    expect(await season(server.url, bucket, store, 'job', 'publish', '--run', 'r1')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Not published: sections, /),
    })
  })

  test.each([
    ['no such bucket', 'gs://no-such-bucket', 1, /gs:\/\/no-such-bucket.* is not there: check/],
    ['no such prefix', 'PUT/x', 1, /gs:\/\/kaizenlap-test-\d+\/x holds no files: check the prefix/],
    [
      'no address',
      'gs://Bad_/x',
      2,
      /^DATA='gs:\/\/Bad_\/x' is no address in Cloud Storage: give gs:/,
    ],
    ['no timing', 'PUT', 1, /No race could be computed/],
  ])('%s is told in one message', async (_, place, expected, message) => {
    const bucket = await server.bucket({ 'notes.csv': Buffer.from('a;b\n1;2\n') })
    const { code, err, out } = await season(server.url, place.replace('PUT', bucket), newStore())
    expect({ code, out }).toEqual({ code: expected, out: '' })
    expect(err).toMatch(message)
    expect(err).not.toMatch(/ {4}at |Warning/)
  })
})

test.each([
  [
    'a server that is not there',
    { STORAGE_EMULATOR_HOST: 'http://127.0.0.1:9' },
    /cannot be reached \(ECONNREFUSED\).*STORAGE_EMULATOR_HOST/,
  ],
  [
    'credentials that are not there',
    { GOOGLE_APPLICATION_CREDENTIALS: '/no/such/key.json' },
    /no Google credentials that work .*gcloud auth application-default login/,
  ],
])('%s are told in one message', async (_, environment, message) => {
  const store = `sqlite:${newStore()}`
  const args = ['season', '--data', 'gs://season-2025', '--store', store]
  const { code, err } = await startJobsIn(environment, ...args).ended
  expect(code).toBe(1)
  expect(err).toMatch(message)
  expect(err.trim().split('\n')).toHaveLength(1)
})

async function recordsOf(file: string, prefix: string) {
  const store = openSqliteDocumentStore(file)
  try {
    const records = (await (await store.current())?.records(prefix)) ?? []
    return records.map(({ document }) => document)
  } finally {
    await store.close()
  }
}
