import { appendFile, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { newFolder } from '../testing/new-folder.ts'
import { runJobs, startJobs } from '../testing/season-process.ts'
import { publishedDigest } from '../testing/store-digest.ts'
import { demoSeason, type TestSeason } from '../testing/test-season.ts'

type Ended = Awaited<ReturnType<typeof runJobs>>

let demo: TestSeason
let folder: string
/** One weekend of the demo season: quick to run, and all there is to a season. */
let weekend: string
/** The weekend, published. */
let whole: Ended & { readonly store: string; readonly tookMs: number }

beforeAll(async () => {
  demo = await demoSeason()
  folder = newFolder()
  weekend = join(folder, 'weekend')
  await cp(join(demo.data, 'barber-motorsports-park'), join(weekend, 'barber-motorsports-park'), {
    recursive: true,
  })
  const [store, startedAt] = [newStore(), performance.now()]
  whole = { ...(await season(weekend, store)), store, tookMs: performance.now() - startedAt }
})

let stores = 0
const newStore = () => join(folder, `store-${++stores}.db`)
const season = async (data: string, store: string, ...more: readonly string[]) =>
  await runJobs('season', '--data', data, '--store', `sqlite:${store}`, ...more)

/** A copy of the weekend with one timing file changed by hand. */
async function broken(name: string, change: (file: string) => Promise<void>): Promise<string> {
  const data = join(folder, name)
  await cp(weekend, data, { recursive: true })
  const inside = join(data, 'barber-motorsports-park', 'barber')
  const files = await readdir(inside)
  const timing = files.find((file) => file.startsWith('23_') && file.includes('Race 1')) ?? ''
  await change(join(inside, timing))
  return data
}

test('a season ends with a summary of what was read and written', () => {
  const { code, out } = whole
  expect(code).toBe(0)
  expect(out).toMatch(/^Published run /)
  expect(out).toMatch(/^races +2$/m)
  expect(out).toMatch(/^rows refused +0$/m)
  expect(out).toMatch(/^tracks +1$/m)
  expect(out).toMatch(/^best_case_composites +9$/m)
})

test('the same files give the same documents, byte by byte', async () => {
  const again = newStore()
  await season(demo.data, again)
  const [first, second] = [await publishedDigest(demo.store), await publishedDigest(again)]
  expect(second?.documents).toBeGreaterThan(20_000)
  expect(second?.digest).toBe(first?.digest)
  expect(second?.runId).not.toBe(first?.runId)
})

test('the five jobs one by one, then publish, make what a season makes', async () => {
  const single = newStore()
  for (const job of ['composites', 'sections', 'weather', 'patterns', 'coaching']) {
    const { code } = await runJobs('job', job, '--data', weekend, '--store', `sqlite:${single}`)
    expect(code).toBe(0)
    expect(await publishedDigest(single)).toBeUndefined()
  }
  const { code } = await runJobs('job', 'publish', '--store', `sqlite:${single}`)
  expect(code).toBe(0)
  const [first, second] = [await publishedDigest(whole.store), await publishedDigest(single)]
  expect(second?.digest).toBe(first?.digest)
})

test('a job that was left out is named when the run is published, and nothing is', async () => {
  const store = newStore()
  await runJobs('job', 'composites', '--data', weekend, '--store', `sqlite:${store}`)
  const { code, err } = await runJobs('job', 'publish', '--store', `sqlite:${store}`)
  expect(code).toBe(1)
  expect(err).toMatch(
    /^Not published: sections, weather, patterns, coaching are missing\. .*--run /,
  )
  expect(await publishedDigest(store)).toBeUndefined()
})

describe('bad input', () => {
  let data: string
  beforeAll(async () => {
    data = await broken('bad-row', async (file) => {
      await appendFile(file, '999;1;1;1:3x.404;0;;27.1\n')
    })
  })

  test('a row that is no row is told with file, line, column and value; the rest is computed', async () => {
    const [store, file] = [newStore(), join(folder, 'problems.jsonl')]
    const { code, out, err } = await season(data, store, '--problems', file)
    expect(code).toBe(0)
    expect(err).toMatch(/23_.*Race 1.*, line \d+/)
    expect(out).toMatch(/^rows refused +1$/m)
    expect((await publishedDigest(store))?.documents).toBeGreaterThan(3000)
    // All of them are in the file.
    const [line = ''] = (await readFile(file, 'utf8')).split('\n')
    expect(JSON.parse(line)).toMatchObject({
      line: expect.any(Number),
      message: expect.any(String),
    })
  })

  test('a strict season publishes nothing when a row is refused', async () => {
    const store = newStore()
    const { code, err } = await season(data, store, '--strict')
    expect(code).toBe(1)
    expect(err).toContain('1 row refused: nothing was published.')
    expect(await publishedDigest(store)).toBeUndefined()
  })

  test.each([
    ['a folder that is not there', () => join(folder, 'nowhere'), /nowhere is not there/],
    ['a folder without timing', () => join(folder, 'empty'), /No race could be computed/],
  ])('%s ends with 1 and says so', async (_name, data, message) => {
    await mkdir(join(folder, 'empty'), { recursive: true })
    await writeFile(join(folder, 'empty', 'notes.txt'), 'nothing here')
    const { code, err } = await season(data(), newStore())
    expect(code).toBe(1)
    expect(err).toMatch(message)
    expect(err).not.toContain('    at ')
  })

  test.each([
    [['seasons'], /Give season, job or generations/],
    [['job', 'tyres'], /Give a job, not 'tyres'/],
    [['season', '--fast'], /--fast/],
    [['season', '--store', 'postgres'], /'postgres' is not a store/],
  ])('wrong usage %j ends with 2 and shows the right one', async (args, message) => {
    const { code, err } = await runJobs(...args)
    expect(code).toBe(2)
    expect(err).toMatch(message)
    expect(err).toContain('Usage:')
  })
})

describe('a published season', () => {
  test('stays whole whenever a run is killed, and the next run cleans up', async () => {
    const { store, tookMs } = whole
    const before = await publishedDigest(store)
    const kills = 10
    // Before, a process only loads its code.
    const beginsAt = 0.3
    let unfinished = 0
    for (let kill = 1; kill <= kills; kill++) {
      const run = startJobs('season', '--data', weekend, '--store', `sqlite:${store}`)
      await sleep(tookMs * (beginsAt + (1 - beginsAt) * (kill / kills)))
      run.process.kill('SIGKILL')
      await run.ended
      const after = await publishedDigest(store)
      expect(after?.digest).toBe(before?.digest)
      if (await hasUnpublished(store)) unfinished++
    }
    expect(unfinished).toBeGreaterThan(0)
    expect((await season(weekend, store)).code).toBe(0)
    expect(await hasUnpublished(store)).toBe(false)
  })

  test('is made by one run at a time: the second is told who is first', async () => {
    const store = newStore()
    const first = startJobs('season', '--data', demo.data, '--store', `sqlite:${store}`)
    await new Promise((resolve) => first.process.stderr?.once('data', resolve))
    const second = await season(weekend, store)
    expect(second.code).toBe(1)
    expect(second.err).toMatch(/Run \S+ is in progress: job season, since .*process \d+ on /)
    expect((await first.ended).code).toBe(0)
  })
})

async function hasUnpublished(file: string): Promise<boolean> {
  const store = openSqliteDocumentStore(file)
  try {
    return (await store.generations()).some(({ state }) => state !== 'published')
  } finally {
    await store.close()
  }
}
