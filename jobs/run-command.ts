import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { NoGoogleCredentials } from '#core/adapters/no-google-credentials.ts'
import { isStorageAddress, isWellFormed } from '#core/adapters/cloud-storage-address.ts'
import { openSource } from '#core/adapters/open-source.ts'
import { openSeason } from '#core/adapters/read-season.ts'
import { openDocumentStore } from '#core/adapters/open-store.ts'
import {
  type DocumentStore,
  RunInProgress,
  RunRefused,
  StoreUnusable,
} from '#core/ports/document-store.ts'
import type { SeasonReader } from '#core/ports/season-reader.ts'
import { SourceError, SourceFailed } from '#core/ports/timing-source.ts'
import { BadModelSettings } from '../server/model-config.ts'
import { BadStoreSettings } from '../server/store-config.ts'
import { allJobs } from './all-jobs.ts'
import { chosenStore } from './chosen-store.ts'
import { readCommand, type RunCommand, usage, WrongUsage } from './command.ts'
import { knownSeason } from './known-season.ts'
import { type MakeWeekend, weekendMaker } from './make-weekend.ts'
import { nothingStored } from './nothing-stored.ts'
import { activateRun, listGenerations } from './kept-seasons.ts'
import { isPublished, publishRun } from './publish-run.ts'
import type { Tracks } from './read-weekend.ts'
import { runIdOf } from './run-id.ts'
import { NothingComputed, type RunWith } from './run-jobs.ts'
import { runOneJob, runSeason } from './season-run.ts'
import { sharedOut } from './shared-out.ts'
import { storedDocuments } from './stored-documents.ts'
import { countLines, summary } from './summary.ts'
import { complain, say, tellProblems } from './telling.ts'
import { BadTask, readTask, type Task } from './task.ts'
import { progressOn } from './terminal.ts'
import type { WeekendWorkers } from './weekend-workers.ts'

const demoSeason = join('data', 'demo-season')

type Asked = RunCommand & { readonly task: Task | undefined }

/** Does what the command line asks for, and says with which exit code it ends. */
export async function runCommand(
  args: readonly string[],
  workers: WeekendWorkers,
): Promise<number> {
  try {
    return await answer(args, workers)
  } catch (error) {
    return exitCodeOf(error)
  } finally {
    await workers.stop()
  }
}

async function answer(args: readonly string[], workers: WeekendWorkers): Promise<number> {
  const given = readCommand(args)
  if (given.type === 'help') return say(usage)
  if (given.type === 'generations')
    return await keptSeasons(given.activate, chosenStore(given, process.env))
  const command = { ...given, task: readTask(process.env) }
  const choice = chosenStore(command, process.env)
  const isPublish = command.type === 'job' && command.job === 'publish'
  const data = isPublish ? [] : dataOf(command)
  const store = await openDocumentStore(choice)
  try {
    return isPublish ? await publish(command, store) : await run(command, data, store, workers)
  } finally {
    await store.close()
  }
}

async function keptSeasons(
  runId: string | undefined,
  choice: ReturnType<typeof chosenStore>,
): Promise<number> {
  const store = await openDocumentStore(choice)
  try {
    return say(await (runId === undefined ? listGenerations(store) : activateRun(store, runId)))
  } finally {
    await store.close()
  }
}

async function publish(command: Asked, store: DocumentStore): Promise<number> {
  const runId = await runOf(command, store)
  if (await isPublished(store, runId)) return publishedBefore(runId)
  const counts = await publishRun({ store, runId, startedBy: startedBy(command) })
  return say(`Published run ${runId}\n\n${countLines(counts).join('\n')}`)
}

async function run(
  command: Asked,
  data: readonly string[],
  store: DocumentStore,
  workers: WeekendWorkers,
): Promise<number> {
  const runId = await runOf(command, store)
  if (command.type === 'season' && (await isPublished(store, runId))) return publishedBefore(runId)
  const makers = workers.makers(data)
  const { known, tracks } = await knownSeason()
  const reader = await openSeason(await Promise.all(data.map(openSource)), known)
  const phrase = await phraseOf(store)
  const runWith = {
    ...(phrase && { phrase }),
    ...(command.task && { task: command.task }),
    store,
    runId,
    startedBy: startedBy(command),
    clock: () => performance.now(),
    onProgress: progressOn(process.stderr),
  }
  try {
    const outcome = await runAsked(command, reader, makers, tracks, runWith)
    await tellProblems(outcome.problems, command.problems)
    return say(summary(outcome, reader.plan.unused))
  } catch (error) {
    if (error instanceof NothingComputed) await tellProblems(error.problems, command.problems)
    throw error
  } finally {
    await reader.close()
  }
}

/** Loaded only where a model is set: its transports are half of what a season would load. */
async function phraseOf(store: DocumentStore) {
  if ((process.env['MODEL'] ?? 'none') === 'none') return undefined
  const { phraseFrom } = await import('./phrase-from.ts')
  return await phraseFrom(process.env, store)
}

async function runAsked(
  command: Asked,
  reader: SeasonReader,
  workers: readonly MakeWeekend[],
  tracks: Tracks,
  runWith: RunWith,
) {
  const { plan, inputs } = reader
  if (command.type === 'season') {
    const here = weekendMaker(reader, tracks, allJobs, nothingStored)
    const weekends = { plan, inputs, ...sharedOut(workers, here) }
    return await runSeason(weekends, { isStrict: command.isStrict }, runWith)
  }
  if (command.job === 'publish') throw new WrongUsage('publish reads no timing files.')
  const make = weekendMaker(reader, tracks, allJobs, storedDocuments(runWith.store, runWith.runId))
  return await runOneJob({ plan, inputs, make, atOnce: 1 }, command.job, runWith)
}

/** Who writes, for the message to whoever comes second. */
function startedBy({ task }: Asked): string {
  const { CLOUD_RUN_EXECUTION: execution } = process.env
  if (execution === undefined) return `process ${process.pid} on ${hostname()}`
  return `task ${(task?.index ?? 0) + 1} of ${task?.count ?? 1} of ${execution}`
}

async function runOf(command: Asked, store: DocumentStore): Promise<string> {
  const { CLOUD_RUN_EXECUTION: execution } = process.env
  return await runIdOf({ command, execution, newId }, store)
}

function newId(): string {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  return `${stamp}-${randomBytes(3).toString('hex')}`
}

function publishedBefore(runId: string): number {
  return say(`Run ${runId} was published before: nothing is left to do.`)
}

function dataOf({ data }: Asked): readonly string[] {
  for (const place of data) refuseNoAddress('--data ', place)
  if (data.length > 0) return data
  const fallback = process.env['DATA'] || demoSeason
  refuseNoAddress('DATA=', fallback)
  if (fallback === demoSeason && !existsSync(demoSeason))
    throw new WrongUsage(
      `There is no demo season at ${demoSeason} yet. Make it with: npm run demo-season -- --out ${demoSeason}\nOr name timing files with --data.`,
    )
  return [fallback]
}

function refuseNoAddress(given: string, place: string): void {
  if (isStorageAddress(place) && !isWellFormed(place))
    throw new WrongUsage(
      `${given}'${place}' is no address in Cloud Storage: give gs://bucket or gs://bucket/prefix.`,
    )
}

/** What is the user's to mend is told in one line; everything else is a bug and keeps its stack. */
function exitCodeOf(error: unknown): number {
  if (error instanceof WrongUsage) {
    complain(`${error.message}\n\n${usage}`)
    return 2
  }
  const isTold = [
    BadModelSettings,
    BadStoreSettings,
    NoGoogleCredentials,
    NothingComputed,
    RunInProgress,
    RunRefused,
    StoreUnusable,
    SourceError,
    SourceFailed,
    BadTask,
  ].some((kind) => error instanceof kind)
  complain(
    error instanceof Error
      ? isTold
        ? error.message
        : (error.stack ?? error.message)
      : String(error),
  )
  return 1
}
