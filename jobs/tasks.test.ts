import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDocumentStore, type StoreChoice } from '#core/adapters/open-store.ts'
import { hasEmulator, lentEmulator, newProject } from '../testing/lent-emulator.ts'
import { newFolder } from '../testing/new-folder.ts'
import { startJobsIn, type SeasonProcess } from '../testing/season-process.ts'
import { digestOf } from '../testing/store-digest.ts'
import { demoSeason } from '../testing/test-season.ts'
import { jobNames } from './job.ts'

/** Two weekends for two tasks, of one race each and a few cars: what is tried is who does what, and when. */
const tracks = ['barber-motorsports-park', 'sonoma']
let folder: string
let data: string
let whole: string | undefined

beforeAll(async () => {
  const demo = await demoSeason()
  folder = newFolder()
  data = join(folder, 'data')
  for (const track of tracks) await copyRace1(join(demo.data, track), join(data, track))
  const store = sqlite()
  await ended(start({}, 'season', store))
  whole = (await published(store))?.digest
}, 120_000)

async function copyRace1(from: string, to: string) {
  const files = await readdir(from, { recursive: true })
  for (const file of files.filter((path) => /(23|26)_.*Race 1/.test(path))) {
    await mkdir(dirname(join(to, file)), { recursive: true })
    const lines = (await readFile(join(from, file), 'utf8')).split('\n')
    await writeFile(join(to, file), `${lines.slice(0, 100).join('\n')}\n`)
  }
}

/** A store as a job is told of it. */
type Place = { readonly environment: Environment; readonly choice: StoreChoice }
type Environment = Readonly<Record<string, string>>

let stores = 0
function sqlite(): Place {
  const file = join(folder, `store-${++stores}.db`)
  return { environment: { STORE: `sqlite:${file}` }, choice: { kind: 'sqlite', file } }
}

async function firestore(): Promise<Place> {
  const [emulator, project] = [await lentEmulator(), newProject()]
  return {
    environment: {
      STORE: 'firestore',
      GOOGLE_CLOUD_PROJECT: project,
      FIRESTORE_EMULATOR_HOST: emulator,
    },
    choice: { kind: 'firestore', project, emulator },
  }
}

async function published({ choice }: Place) {
  const store = await openDocumentStore(choice)
  try {
    return await digestOf(store)
  } finally {
    await store.close()
  }
}

function start(environment: Environment, what: string, store: Place, ...more: readonly string[]) {
  const files = what === 'job publish' ? [] : ['--data', data]
  return startJobsIn(
    { ...store.environment, ...environment },
    ...what.split(' '),
    ...files,
    ...more,
  )
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

const kinds: readonly (readonly [string, () => Promise<Place>])[] = [
  ['SQLite', () => Promise.resolve(sqlite())],
  ...(hasEmulator ? [['Firestore', firestore] as const] : []),
]

describe.each(kinds)('tasks that write into %s', (name, newStore) => {
  // So many processes are started once, where they are to run one day.
  const isOnce = name === 'Firestore' || !hasEmulator

  test.runIf(isOnce)(
    'do the five jobs; killed ones leave what is published, and are tried again',
    async () => {
      const store = await newStore()
      await ended(start({}, 'season', store, '--run', 'before'))
      const before = await published(store)
      // While it works, while it loads, as it begins; the others are not killed.
      const killedAfterMs = [700, undefined, 350, undefined, 100]
      for (const [at, job] of jobNames.entries()) {
        const run = [`job ${job}`, store, '--run', 'w-1'] as const
        const [first, second] = [start(task(0), ...run), start(task(1), ...run)]
        const afterMs = killedAfterMs[at]
        if (afterMs !== undefined) {
          await sleep(afterMs)
          first.process.kill('SIGKILL')
          await first.ended
        }
        const { out } = await ended(second)
        expect(out).toMatch(/^task +2 of 2 {3}\(sonoma\)$/m)
        expect(await published(store)).toEqual(before)
        await ended(afterMs === undefined ? first : start(task(0), ...run))
      }
      await ended(start({}, 'job publish', store, '--run', 'w-1'))
      expect(await published(store)).toMatchObject({ runId: 'w-1', digest: whole })
      const { out } = await ended(start({}, 'job publish', store, '--run', 'w-1'))
      expect(out).toBe('Run w-1 was published before: nothing is left to do.\n')
    },
    180_000,
  )

  test('do a season, which whoever does the last part publishes', async () => {
    const store = await newStore()
    const execution = { CLOUD_RUN_EXECUTION: 'season-x7k2p' }
    const tasks = [0, 1, 2].map((index) =>
      start({ ...task(index, 3), ...execution }, 'season', store),
    )
    const ends = await Promise.all(tasks.map(ended))
    expect(ends.some(({ out }) => out.startsWith('Published run season-x7k2p'))).toBe(true)
    expect(ends[2]?.out).toMatch(/^task +3 of 3 {3}\(no track is left for it\)$/m)
    expect(await published(store)).toMatchObject({ runId: 'season-x7k2p', digest: whole })
    const late = await ended(start({ ...task(1, 3), ...execution }, 'season', store))
    expect(late.out).toMatch(/^Run season-x7k2p was published before/)
  }, 120_000)

  test('publish nothing while a task is missing', async () => {
    const store = await newStore()
    const { out } = await ended(start(task(0), 'season', store, '--run', 'w-3'))
    expect(out).toMatch(/^Run w-3, not published/)
    const refused = await start({}, 'job publish', store, '--run', 'w-3').ended
    expect(refused.code).toBe(1)
    expect(refused.err).toBe(
      'Not published: composites (sonoma), sections (sonoma), weather (sonoma), patterns (sonoma), coaching (sonoma) are missing. Run what is missing with --run w-3.\n',
    )
    expect(await published(store)).toBeUndefined()
    await ended(start(task(1), 'season', store, '--run', 'w-3'))
    expect(await published(store)).toMatchObject({ runId: 'w-3', digest: whole })
  }, 120_000)
})
