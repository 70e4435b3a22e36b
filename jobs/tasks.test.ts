import { cp, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { startJobsIn, type SeasonProcess } from '../testing/season-process.ts'
import { publishedDigest } from '../testing/store-digest.ts'
import { demoSeason } from '../testing/test-season.ts'
import { jobNames } from './job.ts'

/** Two weekends for two tasks. */
const tracks = ['barber-motorsports-park', 'sonoma']
let folder: string
let data: string
let whole: string | undefined

beforeAll(async () => {
  const demo = await demoSeason()
  folder = await mkdtemp(join(inject('runFolder'), 'tasks-'))
  data = join(folder, 'data')
  for (const track of tracks)
    await cp(join(demo.data, track), join(data, track), { recursive: true })
  const store = newStore()
  await ended(start({}, 'season', store))
  whole = (await publishedDigest(store))?.digest
}, 120_000)

let stores = 0
const newStore = () => join(folder, `store-${++stores}.db`)

type Environment = Readonly<Record<string, string>>

function start(environment: Environment, what: string, store: string, ...more: readonly string[]) {
  const args = [...what.split(' '), '--store', `sqlite:${store}`, ...more]
  return startJobsIn(environment, ...args, ...(what === 'job publish' ? [] : ['--data', data]))
}

const task = (index: number, count = 2): Environment => ({
  CLOUD_RUN_TASK_INDEX: String(index),
  CLOUD_RUN_TASK_COUNT: String(count),
})

async function ended(run: SeasonProcess) {
  const end = await run.ended
  expect(end).toMatchObject({ code: 0 })
  return end
}

/** Both tasks of a job, side by side. */
async function bothTasks(job: string, store: string, ...more: readonly string[]) {
  const tasks = [0, 1].map((index) => start(task(index), `job ${job}`, store, ...more))
  return await Promise.all(tasks.map(ended))
}

test('the tasks of the five jobs make, side by side, what a season makes', async () => {
  const store = newStore()
  for (const job of jobNames) {
    const [first, second] = await bothTasks(job, store, '--run', 'w-1')
    expect(first?.out).toMatch(/^task +1 of 2 {3}\(barber\)$/m)
    expect(second?.out).toMatch(/^task +2 of 2 {3}\(sonoma\)$/m)
  }
  expect(await publishedDigest(store)).toBeUndefined()
  await ended(start({}, 'job publish', store, '--run', 'w-1'))
  expect(await publishedDigest(store)).toMatchObject({ runId: 'w-1', digest: whole })
  const { out } = await ended(start({}, 'job publish', store, '--run', 'w-1'))
  expect(out).toBe('Run w-1 was published before: nothing is left to do.\n')
}, 120_000)

test('a killed task leaves the published season as it was, and its next try completes the run', async () => {
  const store = newStore()
  await ended(start({}, 'season', store, '--run', 'before'))
  const before = await publishedDigest(store)
  // While it writes, reads, loads: a job of one weekend takes half a second or more.
  const moments = [900, 700, 500, 300, 100]
  for (const [at, job] of jobNames.entries()) {
    const killed = start(task(0), `job ${job}`, store, '--run', 'w-2')
    const other = start(task(1), `job ${job}`, store, '--run', 'w-2')
    await sleep(moments[at])
    killed.process.kill('SIGKILL')
    await killed.ended
    await ended(other)
    expect(await publishedDigest(store)).toEqual(before)
    await ended(start(task(0), `job ${job}`, store, '--run', 'w-2'))
  }
  await ended(start({}, 'job publish', store, '--run', 'w-2'))
  expect(await publishedDigest(store)).toMatchObject({ runId: 'w-2', digest: whole })
}, 120_000)

describe('a season of several tasks', () => {
  test('is published by whichever does the last part, and a late try finds it published', async () => {
    const store = newStore()
    const execution = { CLOUD_RUN_EXECUTION: 'season-x7k2p' }
    const tasks = [0, 1, 2, 3].map((index) =>
      start({ ...task(index, 4), ...execution }, 'season', store),
    )
    const ends = await Promise.all(tasks.map(ended))
    expect(ends.filter(({ out }) => out.startsWith('Published run season-x7k2p'))).not.toEqual([])
    expect(ends[3]?.out).toMatch(/^task +4 of 4 {3}\(no track is left for it\)$/m)
    expect(await publishedDigest(store)).toMatchObject({ runId: 'season-x7k2p', digest: whole })
    const late = await ended(start({ ...task(1, 4), ...execution }, 'season', store))
    expect(late.out).toMatch(/^Run season-x7k2p was published before/)
  }, 60_000)

  test('is not published while a task is missing', async () => {
    const store = newStore()
    const { out } = await ended(start(task(0), 'season', store, '--run', 'w-3'))
    expect(out).toMatch(/^Run w-3, not published/)
    const refused = await start({}, 'job publish', store, '--run', 'w-3').ended
    expect(refused.code).toBe(1)
    expect(refused.err).toBe(
      'Not published: composites (sonoma), sections (sonoma), weather (sonoma), patterns (sonoma), coaching (sonoma) are missing. Run what is missing with --run w-3.\n',
    )
    expect(await publishedDigest(store)).toBeUndefined()
    await ended(start(task(1), 'season', store, '--run', 'w-3'))
    expect(await publishedDigest(store)).toMatchObject({ runId: 'w-3', digest: whole })
  }, 60_000)
})

test.each([
  [
    { CLOUD_RUN_TASK_INDEX: '2', CLOUD_RUN_TASK_COUNT: '2' },
    1,
    /CLOUD_RUN_TASK_INDEX='2' of CLOUD_RUN_TASK_COUNT='2' is no task/,
  ],
  [{ CLOUD_RUN_TASK_COUNT: 'two' }, 1, /CLOUD_RUN_TASK_COUNT='two' is no task/],
  [task(0), 2, /Tasks share one run: name it with --run/],
])(
  'a job as task %j is told what is missing',
  async (environment, code, message) => {
    const run = await start(environment, 'job composites', newStore()).ended
    expect(run.code).toBe(code)
    expect(run.err).toMatch(message)
    expect(run.err).not.toContain('    at ')
  },
  20_000,
)
