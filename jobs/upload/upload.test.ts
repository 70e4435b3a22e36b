import { appendFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTarget } from '#core/adapters/cloud-storage-target.ts'
import { zipOf } from '#core/adapters/timing-fixtures.ts'
import { newFolder } from '../../testing/new-folder.ts'
import { startJobsIn, startProgram } from '../../testing/season-process.ts'
import {
  hasStorageServer,
  startStorageServer,
  type StorageServer,
} from '../../testing/storage-server.ts'
import { publishedDigest } from '../../testing/store-digest.ts'
import { demoSeason } from '../../testing/test-season.ts'

const upload = (host: string, ...args: readonly string[]) =>
  startProgram('jobs/upload/main.ts', { STORAGE_EMULATOR_HOST: host }, ...args).ended

/** Races of one weekend and the marker of a demo season: timing, weather, results, best laps, loggers. */
let weekend: string
let folder: string

beforeAll(async () => {
  const demo = await demoSeason()
  folder = newFolder()
  weekend = join(folder, 'weekend')
  const track = 'barber-motorsports-park'
  await cp(join(demo.data, track), join(weekend, track), { recursive: true })
  const marker = 'kaizenlap-demo-season.json'
  await cp(join(demo.data, marker), join(weekend, marker))
})

/** The paths of a copy of the weekend. */
async function copied(name: string) {
  const data = join(folder, name)
  await cp(weekend, data, { recursive: true })
  const paths = (await readdir(data, { recursive: true })).toSorted()
  const pathOf = (pattern: RegExp) => paths.find((path) => pattern.test(path)) ?? 'none'
  return { data, timing: pathOf(/23_.*Race 1/), weather: pathOf(/26_.*Race 1/) }
}

describe.skipIf(!hasStorageServer())('an upload', () => {
  let server: StorageServer
  beforeAll(async () => {
    server = await startStorageServer()
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await server.stop()
  })

  test('brings up what a season reads, and the season is then the same', async () => {
    const bucket = await server.bucket({})
    const to = `${bucket}/season`
    const { code, out, err } = await upload(server.url, weekend, to)
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`^Uploaded to ${to}\n`))
    expect(out).toMatch(/^refused +0$/m)
    expect(out).toMatch(/^barber +2 races, [\d,]+ laps, 3 sections, 6 sub-sections$/m)
    expect(err).toMatch(/^checked \d of 2 races$/m)
    expect(err).toMatch(/^uploaded (\d+) of \1 files$/m)
    const stores = ['folder.db', 'bucket.db'].map((file) => join(folder, file))
    const [first = '', second = ''] = stores
    const environment = { STORAGE_EMULATOR_HOST: server.url }
    const runs = [
      startJobsIn({}, 'season', '--data', weekend, '--store', `sqlite:${first}`),
      startJobsIn(environment, 'season', '--data', to, '--store', `sqlite:${second}`),
    ]
    await Promise.all(runs.map(async (run) => await run.ended))
    const digests = await Promise.all(stores.map(publishedDigest))
    expect(digests[0]?.documents).toBeGreaterThan(1000)
    expect(digests[1]?.digest).toBe(digests[0]?.digest)
  })

  test('again writes only what has changed, by whatever way it comes', async () => {
    const bucket = await server.bucket({ 'other.csv': Buffer.from('a;b\n') })
    const { data, weather } = await copied('again')
    await upload(server.url, data, bucket)
    const before = await server.list(bucket)
    await writeFile(join(data, weather), `${await readFile(join(data, weather), 'utf8')}\n`)
    const { code, out } = await upload(server.url, data, bucket)
    expect(code).toBe(0)
    expect(out).toMatch(/^new +0$/m)
    expect(out).toMatch(/^changed +1 /m)
    expect(out).toMatch(
      /^left there +1 file that the data has not, and a season reads: other.csv$/m,
    )
    const after = await server.list(bucket)
    const written = [...after].filter(([path, generation]) => before.get(path) !== generation)
    expect(written.map(([path]) => path)).toEqual([weather])
    const paths = [...after.keys()].filter((path) => path !== 'other.csv')
    const files = paths.map(async (path) => [path, await readFile(join(data, path))] as const)
    const zip = join(folder, 'again.zip')
    await writeFile(zip, await zipOf(Object.fromEntries(await Promise.all(files))))
    const zipped = await upload(server.url, zip, bucket)
    expect(zipped.out).toMatch(/^new +0\nchanged +0\nunchanged +\d+ /m)
    expect(await server.list(bucket)).toEqual(after)
  })

  test('that is dry writes nothing', async () => {
    const bucket = await server.bucket({})
    const { code, out, err } = await upload(server.url, weekend, `${bucket}/x`, '--dry-run')
    expect(code).toBe(0)
    expect(out).toMatch(/^Compared with gs:.*, nothing was written\n/)
    expect(out).toMatch(/^new +[1-9]/m)
    expect(err).toMatch(/^compared /m)
    expect([...(await server.list(bucket)).keys()]).toEqual([])
  })

  test('never brings up a file that is refused, and says why', async () => {
    const bucket = await server.bucket({})
    const { data, timing, weather } = await copied('refused')
    await appendFile(join(data, timing), '999;1;1;1:3x.404;0;;27.1\n')
    const problems = join(folder, 'problems.jsonl')
    const { code, out, err } = await upload(server.url, data, bucket, '--problems', problems)
    expect(code).toBe(1)
    expect(out).toMatch(/^refused +1 /m)
    expect(err).toContain(`not uploaded: ${timing}: 1 row of it cannot be used\n`)
    const [problem = ''] = (await readFile(problems, 'utf8')).split('\n')
    expect(JSON.parse(problem)).toMatchObject({ file: timing, line: expect.any(Number) })
    const paths = [...(await server.list(bucket)).keys()]
    expect(paths).not.toContain(timing)
    expect(paths).toContain(weather)
  })

  test('never writes over what somebody else wrote meanwhile', async () => {
    const bucket = await server.bucket({ 'a.csv': Buffer.from('one') })
    vi.stubEnv('STORAGE_EMULATOR_HOST', server.url)
    const target = openTarget(bucket)
    expect(await target.list()).toEqual(['a.csv'])
    const theirs = await server.put(`${bucket}/a.csv`, Buffer.from('theirs'))
    await server.put(`${bucket}/b.csv`, Buffer.from('theirs'))
    const ours = Buffer.from('ours')
    expect(target.standing('a.csv', Buffer.from('one'))).toBe('unchanged')
    expect(target.standing('b.csv', ours)).toBe('new')
    const refused = { name: 'TargetRefused', message: expect.stringMatching('by somebody else') }
    await expect(target.write('a.csv', ours)).rejects.toMatchObject(refused)
    await expect(target.write('b.csv', ours)).rejects.toMatchObject(refused)
    expect((await server.list(bucket)).get('a.csv')).toBe(theirs)
    await target.list()
    await target.write('a.csv', ours)
    await target.write('c.csv', Buffer.alloc(9 * 1024 * 1024, 'x'))
    await target.list()
    expect(target.standing('a.csv', ours)).toBe('unchanged')
    expect(target.standing('c.csv', Buffer.alloc(9 * 1024 * 1024, 'x'))).toBe('unchanged')
  })

  test.each([
    [
      'a bucket that is not there',
      () => [weekend, 'gs://no-such-bucket/x'],
      1,
      /is not there: check/,
    ],
    [
      'a folder that is not there',
      () => [join(folder, 'none'), 'gs://some-bucket'],
      1,
      /none is not there/,
    ],
    ['no address', () => [weekend, 'gs://Bad_'], 2, /'gs:\/\/Bad_' is no address in Cloud Storage/],
    ['a folder in place of a bucket', () => [weekend, folder], 2, /is no address in Cloud Storage/],
  ])('to or from %s is told so', async (_, args, expected, message) => {
    const { code, out, err } = await upload(server.url, ...args())
    expect({ code, out }).toEqual({ code: expected, out: '' })
    expect(err).toMatch(message)
    expect(err).not.toContain('    at ')
  })

  test('of a folder without timing files brings nothing up', async () => {
    const empty = join(folder, 'empty')
    await cp(weekend, empty, { recursive: true })
    await rm(join(empty, 'barber-motorsports-park'), { recursive: true })
    await rm(join(empty, 'kaizenlap-demo-season.json'))
    const { code, err } = await upload(server.url, empty, await server.bucket({}))
    expect(code).toBe(1)
    expect(err).toMatch(/holds no timing files: nothing was uploaded/)
  })
})
