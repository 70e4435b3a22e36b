import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { lentEmulator } from './lent-emulator.ts'
import { startJobsIn } from './season-process.ts'

const run = promisify(execFile)

/** Timing files and the store that they were published into. */
export type TestSeason = { readonly data: string; readonly store: string }

/** The demo season, made and published once for all test files of a run. Only read from it. */
export async function demoSeason(): Promise<TestSeason> {
  return await once('demo', async (season) => {
    await run(process.execPath, [
      'jobs/demo-season/main.ts',
      `--out=${season.data}`,
      '--seed=1',
      '--scale=1',
    ])
    await publish(season)
  })
}

/** The real season, published once. Its timing files stay where they are. */
export async function realSeason(folder: string): Promise<TestSeason> {
  const season = await once('real', async ({ store }) => await publish({ data: folder, store }))
  return { ...season, data: folder }
}

/** The demo season in Firestore's emulator, published by the same program, and what it is set with. */
export async function demoSeasonInFirestore() {
  const [demo, emulator] = [await demoSeason(), await lentEmulator()]
  const project = 'demo-season'
  const environment = {
    STORE: 'firestore',
    GOOGLE_CLOUD_PROJECT: project,
    FIRESTORE_EMULATOR_HOST: emulator,
  }
  await once('demo-in-firestore', async () => {
    const { code, err } = await startJobsIn(environment, 'season', `--data=${demo.data}`).ended
    if (code !== 0) throw new Error(err)
  })
  return { ...demo, environment, choice: { kind: 'firestore', project, emulator } } as const
}

/** Runs the five jobs as a user does. */
async function publish({ data, store }: TestSeason): Promise<void> {
  await run(process.execPath, [
    'jobs/main.ts',
    'season',
    `--data=${data}`,
    `--store=sqlite:${store}`,
  ])
}

/** Test files run in processes of their own: the first to come makes the season, the others wait for it. */
async function once(
  name: string,
  make: (season: TestSeason) => Promise<void>,
): Promise<TestSeason> {
  const folder = join(inject('runFolder'), name)
  const season = { data: join(folder, 'data'), store: join(folder, 'season.db') }
  const done = join(folder, 'done')
  const isFirst = await mkdir(folder).then(
    () => true,
    () => false,
  )
  if (isFirst) {
    const fault = await make(season).then(
      () => '',
      (error: unknown) => String(error),
    )
    await writeFile(done, fault)
    if (fault !== '') throw new Error(`The ${name} season could not be made: ${fault}`)
  }
  while (!existsSync(done)) await sleep(50)
  return season
}
