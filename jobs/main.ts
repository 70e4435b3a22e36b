import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { availableParallelism, hostname } from 'node:os'
import { join } from 'node:path'
import { openSource } from '#core/adapters/open-source.ts'
import { openSeason } from '#core/adapters/read-season.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import type { Problem } from '#core/domain/problem.ts'
import {
  type DocumentStore,
  newestUnpublished,
  RunInProgress,
  RunRefused,
  StoreUnusable,
} from '#core/ports/document-store.ts'
import type { SeasonReader } from '#core/ports/season-reader.ts'
import { SourceError } from '#core/ports/timing-source.ts'
import { BadModelSettings } from '../server/model-config.ts'
import { type Command, readCommand, usage, WrongUsage } from './command.ts'
import { knownSeason } from './known-season.ts'
import type { Tracks } from './read-weekend.ts'
import { NothingComputed, publishRun, runOneJob, runSeason, type RunWith } from './season-run.ts'
import { countLines, problemLine, summary } from './summary.ts'
import { progressOn } from './terminal.ts'
import { startWeekendWorkers, type WeekendWorkers } from './weekend-workers.ts'

const demoSeason = join('data', 'demo-season')
const problemsShown = 40
const startedBy = `process ${process.pid} on ${hostname()}`

type Asked = Exclude<Command, { type: 'help' }>

async function main(args: readonly string[]): Promise<number> {
  const command = readCommand(args)
  if (command.type === 'help') return say(usage)
  const storeFile = sqliteFile(command.store ?? process.env['STORE'])
  const isPublish = command.type === 'job' && command.job === 'publish'
  const data = isPublish ? [] : dataOf(command)
  const workers =
    command.type === 'season' ? startWeekendWorkers(availableParallelism(), data) : undefined
  try {
    const store = openSqliteDocumentStore(storeFile)
    try {
      return isPublish ? await publish(command, store) : await run(command, data, store, workers)
    } finally {
      await store.close()
    }
  } finally {
    await workers?.stop()
  }
}

async function publish(command: Asked, store: DocumentStore): Promise<number> {
  const runId = await runIdOf(command, store)
  const counts = await publishRun({ store, runId, startedBy })
  return say(`Published run ${runId}\n\n${countLines(counts).join('\n')}`)
}

async function run(
  command: Asked,
  data: readonly string[],
  store: DocumentStore,
  workers: WeekendWorkers | undefined,
): Promise<number> {
  const { known, tracks } = await knownSeason()
  const reader = await openSeason(await Promise.all(data.map(openSource)), known)
  const phrase = await phraseOf(store)
  const runWith = {
    ...(phrase && { phrase }),
    store,
    runId: await runIdOf(command, store),
    startedBy,
    clock: () => performance.now(),
    onProgress: progressOn(process.stderr),
  }
  try {
    const outcome = await runAsked(command, reader, workers, tracks, runWith)
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
  return phraseFrom(process.env, store)
}

async function runAsked(
  command: Asked,
  reader: SeasonReader,
  workers: WeekendWorkers | undefined,
  tracks: Tracks,
  runWith: RunWith,
) {
  const { plan } = reader
  if (command.type === 'season' && workers !== undefined) {
    const { make, atOnce } = workers
    return await runSeason({ plan, make, atOnce }, { isStrict: command.isStrict }, runWith)
  }
  if (command.type !== 'job' || command.job === 'publish')
    throw new WrongUsage('publish reads no timing files.')
  // The threads of a season load the jobs themselves.
  const { makerInThisThread } = await import('./single-job.ts')
  const make = makerInThisThread(reader, tracks, runWith.store, runWith.runId)
  return await runOneJob({ plan, make, atOnce: 1 }, command.job, runWith)
}

/** The run named, else for a single job the newest unpublished one, else a new one. */
async function runIdOf(command: Asked, store: DocumentStore): Promise<string> {
  if (command.type === 'job') {
    if (command.run !== undefined) return command.run
    const newest = newestUnpublished(await store.generations())
    if (newest !== undefined) return newest.runId
    if (command.job === 'publish') throw new WrongUsage('There is no unpublished run to publish.')
  }
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  return `${stamp}-${randomBytes(3).toString('hex')}`
}

function dataOf({ data }: Asked): readonly string[] {
  if (data.length > 0) return data
  const fallback = process.env['DATA'] ?? demoSeason
  if (fallback === demoSeason && !existsSync(demoSeason))
    throw new WrongUsage(
      `There is no demo season at ${demoSeason} yet. Make it with: npm run demo-season -- --out ${demoSeason}\nOr name timing files with --data.`,
    )
  return [fallback]
}

function sqliteFile(store = 'sqlite:./data/kaizenlap.db'): string {
  const file = /^sqlite:(.+)$/.exec(store)?.[1]
  if (file === undefined) throw new WrongUsage(`'${store}' is not a store: give sqlite:<file>.`)
  return file
}

async function tellProblems(problems: readonly Problem[], file: string | undefined) {
  if (file !== undefined)
    await writeFile(file, problems.map((problem) => `${JSON.stringify(problem)}\n`).join(''))
  for (const problem of problems.slice(0, problemsShown)) complain(problemLine(problem))
  const more = problems.length - problemsShown
  if (more > 0) complain(`and ${more} more; --problems FILE writes them all`)
}

function say(text: string): 0 {
  process.stdout.write(`${text}\n`)
  return 0
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** What is the user's to mend is told in one line; everything else is a bug and keeps its stack. */
function exitCodeOf(error: unknown): number {
  if (error instanceof WrongUsage) {
    complain(`${error.message}\n\n${usage}`)
    return 2
  }
  const isTold = [
    BadModelSettings,
    NothingComputed,
    RunInProgress,
    RunRefused,
    StoreUnusable,
    SourceError,
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

process.exitCode = await main(process.argv.slice(2)).catch(exitCodeOf)
