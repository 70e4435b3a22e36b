import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import { lentEmulator } from './lent-emulator.ts'
import { startJobsIn, startProgram, type SeasonProcess } from './season-process.ts'

/** Timing files and the store that they were published into. */
export type TestSeason = { readonly data: string; readonly store: string }

/** The demo season, made and published once for all test files of a run. Only read from it. */
export async function demoSeason(): Promise<TestSeason> {
  return await once('demo', async (season) => {
    const args = [`--out=${season.data}`, '--seed=1', '--scale=1']
    await ended(startProgram('jobs/demo-season/main.ts', {}, ...args))
    await publish({}, season.data, '--store', `sqlite:${season.store}`)
  })
}

/** The real season, published once. Its timing files stay where they are. */
export async function realSeason(folder: string): Promise<TestSeason> {
  const season = await once('real', async ({ store }) => {
    await publish({}, folder, '--store', `sqlite:${store}`)
  })
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
  await once('demo-in-firestore', async () => await publish(environment, demo.data))
  return { ...demo, environment, choice: { kind: 'firestore', project, emulator } } as const
}

/** Runs the five jobs as a user does. */
async function publish(
  environment: Readonly<Record<string, string>>,
  data: string,
  ...more: readonly string[]
): Promise<void> {
  await ended(startJobsIn(environment, 'season', '--data', data, ...more))
}

async function ended(run: SeasonProcess): Promise<void> {
  const { code, err } = await run.ended
  if (code !== 0) throw new Error(err)
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
