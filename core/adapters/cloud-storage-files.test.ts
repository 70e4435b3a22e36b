import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startBreakingProxy, urlOf } from '../../testing/breaking-proxy.ts'
import {
  hasStorageServer,
  startStorageServer,
  type StorageServer,
} from '../../testing/storage-server.ts'
import { createStorage } from './cloud-storage-client.ts'
import { openSource } from './open-source.ts'
import { openSeason } from './read-season.ts'
import { timingSheet, weatherSheet, zipOf, type Files } from './timing-fixtures.ts'
import { listed, noFile, timingSourceContract, twoFiles } from './timing-source.contract.ts'
import { TrackId } from '#core/domain/ids.ts'

describe.skipIf(!hasStorageServer())('a bucket', () => {
  let server: StorageServer
  beforeAll(async () => {
    server = await startStorageServer()
    vi.stubEnv('STORAGE_EMULATOR_HOST', server.url)
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await server.stop()
  })

  const below = (prefix: string, files: Files) =>
    Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${prefix}${path}`, bytes]))

  timingSourceContract('a bucket', async (files) => await server.bucket(files))
  timingSourceContract('a prefix of a bucket', async (files) => {
    const bucket = await server.bucket({
      ...below('season/2025/', files),
      ...below('season/2025-other/', twoFiles),
    })
    return `${bucket}/season/2025`
  })

  const changed = (what: string) => ({
    name: 'SourceFailed',
    message: expect.stringMatching(
      `${what} was changed or removed while it was read .generation \\d`,
    ),
  })

  test('its objects are told with their generations and checksums', async () => {
    const bucket = await server.bucket({ 'x/a.csv': Buffer.from('one'), 'x/.b': Buffer.from('') })
    const generation = await server.put(`${bucket}/x/a.csv`, Buffer.from('two'))
    const { source } = await listed(`${bucket}/x`)
    const md5 = createHash('md5').update('two').digest('base64')
    const address = `${bucket}/x/a.csv`
    expect(await source.objects()).toEqual([{ address, bytes: 3, generation, md5 }])
  })

  test('a file that was written anew since it was listed is not read as if it were the same', async () => {
    const bucket = await server.bucket(twoFiles)
    const { source, found } = await listed(bucket)
    await server.put(`${bucket}/Race 1/a.csv`, Buffer.from('one;two\n3;4\n'))
    const [first = noFile, second = noFile] = found
    await expect(source.read(first)).rejects.toMatchObject(changed('Race 1/a.csv'))
    await expect(source.head(first, 9)).rejects.toMatchObject(changed('Race 1/a.csv'))
    expect(Buffer.from(await source.read(second)).toString()).toBe('three\n')
  })

  test('nor is a zip, nor a file that was removed', async () => {
    const bucket = await server.bucket({
      'a.zip': await zipOf(twoFiles),
      'b.csv': Buffer.from('b'),
    })
    const { source, found } = await listed(bucket)
    await server.put(`${bucket}/a.zip`, await zipOf({ 'Race 1/a.csv': Buffer.from('other') }))
    await fetch(`${server.url}/storage/v1/b/${bucket.slice(5)}/o/b.csv`, { method: 'DELETE' })
    const [zipped = noFile, , gone = noFile] = found
    await expect(source.read(zipped)).rejects.toMatchObject(changed('a.zip'))
    await expect(source.read(gone)).rejects.toMatchObject(changed('b.csv'))
  })

  test('a race whose file changes while a season is read ends the reading, not the race alone', async () => {
    const bucket = await server.bucket({
      'barber/23_Analysis_Race 1.CSV': timingSheet(['13']),
      'barber/26_Weather_Race 1.CSV': weatherSheet('2025-09-06T18:00:30Z'),
    })
    const known = { aliases: new Map([[TrackId.parse('barber'), []]]), calendar: new Map() }
    const season = await openSeason([await openSource(bucket)], known)
    const [planned] = season.plan.tracks.flatMap(({ races }) => races)
    const address = `${bucket}/barber/26_Weather_Race 1.CSV`
    await server.put(address, weatherSheet('2025-09-06T18:00:31Z'))
    const reading = planned && season.readRace(planned)
    await expect(reading).rejects.toMatchObject(changed(address))
    const again = await openSeason([await openSource(bucket)], known)
    expect(again.inputs.objects.map((object) => object.address)).toContain(address)
    expect(again.inputs.digest).not.toBe(season.inputs.digest)
  })

  test('an object that is stored packed is read unpacked', async () => {
    const bucket = await server.bucket({})
    const text = 'NUMBER; LAP_NUMBER\n'.repeat(1000)
    const file = createStorage().bucket(bucket.slice(5)).file('a.csv')
    await file.save(text, { gzip: true, resumable: false })
    const { source, found } = await listed(bucket)
    const [packed = noFile] = found
    expect(Buffer.from(await source.read(packed)).toString()).toBe(text)
    expect(Buffer.from(await source.head(packed, 6)).toString()).toBe('NUMBER')
  })

  test.each([
    ['a bucket that is not there', 'gs://no-such-bucket/x', /no-such-bucket.* is not there: check/],
    ['a prefix without files', 'gs://PUT/nowhere', /nowhere holds no files: .*npm run upload/],
    ['a zip that is not there', 'gs://PUT/x.zip', /x\.zip is not there/],
    ['no address', 'gs://Bucket_/x', /'gs:\/\/Bucket_\/x' is no address in Cloud Storage/],
  ])('%s is told in one line', async (_, address, message) => {
    const bucket = await server.bucket(twoFiles)
    const opening = listed(address.replace('gs://PUT', bucket))
    await expect(opening).rejects.toMatchObject({
      name: 'SourceError',
      message: expect.stringMatching(message),
    })
  })

  test('an answer that breaks off is gone on with', async () => {
    const many = randomBytes(300_000)
    const bucket = await server.bucket({ 'a.csv': many, 'b.zip': await zipOf({ 'b.csv': many }) })
    const breaking = await startBreakingProxy(server.url, 2)
    vi.stubEnv('STORAGE_EMULATOR_HOST', breaking.url)
    const { source, found } = await listed(bucket)
    const read = found.map(async (file) => Buffer.from(await source.read(file)))
    expect((await Promise.all(read)).every((bytes) => bytes.equals(many))).toBe(true)
    expect(breaking.broken()).toBe(2)
    await source.close()
    await breaking.stop()
    vi.stubEnv('STORAGE_EMULATOR_HOST', server.url)
  })
})

test.each([
  [403, 'Forbidden', /may not do this \(403\).*Storage Object Viewer/],
  [401, 'Anonymous caller', /no Google credentials.*gcloud auth application-default login/],
])('a bucket that answers %i is told with what to do', async (status, text, message) => {
  const refusing = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error: { code: status, message: text } }))
  }).listen(0, '127.0.0.1')
  await once(refusing, 'listening')
  vi.stubEnv('STORAGE_EMULATOR_HOST', urlOf(refusing))
  await expect(listed('gs://bucket/x')).rejects.toThrow(message)
  vi.unstubAllEnvs()
  refusing.close()
})
