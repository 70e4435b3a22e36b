import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { NoGoogleCredentials } from '#core/adapters/no-google-credentials.ts'
import { type DocumentStore, StoreUnusable } from '#core/ports/document-store.ts'
import { createApp } from './app.ts'
import { CannotStart } from './cannot-start.ts'
import type { Chat } from './chat/attach-chat.ts'
import { type ComposedCoach, composeCoach } from './compose-coach.ts'
import { composeMetrics } from './compose-metrics.ts'
import { composeReview } from './compose-review.ts'
import { BadConfig, type Config, readConfig } from './config.ts'
import { buildFirstSeason, type FirstSeason, type Step } from './first-season.ts'
import { keepDocuments } from './kept-documents.ts'
import { listen, urlOf } from './listen.ts'
import { createLog, faultFields, type Log } from './log.ts'
import { openChat } from './open-chat.ts'
import { closeConversations, openConversations, openStore } from './open-stores.ts'
import { openBuiltClient } from './pages/built-client.ts'
import { buildClient, isClientOutdated } from './pages/client-build.ts'
import { readAhead } from './read-ahead.ts'
import { requireCredentials } from './require-credentials.ts'
import { qualityBeside } from './routes/quality.ts'
import { closeServer } from './shutdown.ts'

const requestTimeoutMs = 60_000
const cacheBytes = 64 * 1024 * 1024
/** Of documents that answers are made of; parsed they take two to three times as much. */
const keptCharacters = 24 * 1024 * 1024
/** Cloud Run kills the process 10 s after its SIGTERM. */
const stopWithinMs = 8000
/** A running answer may end; what has not is ended and kept. */
const finishAnswersWithinMs = 4000
const root = join(import.meta.dirname, '..')
const jobsFolder = join(root, 'jobs')
const clientFolder = join(root, 'dist')
const demoSeason = join('data', 'demo-season')

/** Builds what is missing, by programs of their own: the dashboard, the embedded store's season. */
async function buildWhatIsMissing(
  store: DocumentStore,
  config: Config,
  log: Log,
): Promise<FirstSeason | undefined> {
  const steps = [...clientSteps(), ...(await seasonSteps(store, config))]
  return steps.length === 0 ? undefined : buildFirstSeason(steps, log)
}

function clientSteps(): readonly Step[] {
  if (!isClientOutdated(root, join(clientFolder, 'index.html'))) return []
  return [{ args: buildClient(root) }]
}

/** Only of the embedded store, and only when it has no season: a published one is never replaced. */
async function seasonSteps(store: DocumentStore, config: Config): Promise<readonly Step[]> {
  if (config.store.kind !== 'sqlite' || (await store.current()) !== undefined) return []
  const data = config.data ?? demoSeason
  const storeName = `sqlite:${config.store.file}`
  const season = {
    args: [join(jobsFolder, 'main.ts'), 'season', '--store', storeName, '--data', data],
    ...(config.data !== undefined && { from: `DATA=${data}` }),
  }
  const isDemoMissing = config.data === undefined && !existsSync(demoSeason)
  return isDemoMissing ? [await demoStep(), season] : [season]
}

/** Written beside and then renamed, so that a demo season is there whole or not at all. */
async function demoStep(): Promise<Step> {
  const unfinished = `${demoSeason}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  return {
    args: [join(jobsFolder, 'demo-season', 'main.ts'), '--out', unfinished],
    finish: () => rename(unfinished, demoSeason),
  }
}

/**
 * Lines are gathered for half a second; stopping flushes them. For each line sonic-boom measures all that it
 * holds: with 64 kB that was 10 µs a line, with 4 kB it is 2.
 */
function createStdoutLog({ isOnCloudRun, surface }: Config): Log {
  return createLog(
    pino.destination({
      dest: 1,
      sync: false,
      minLength: 4096,
      maxWrite: 4097,
      periodicFlush: 500,
    }),
    isOnCloudRun ? { surface } : undefined,
  )
}

/** Told to the person who starts it, and never to the log. */
function tellToken(token: string | undefined, url: string): void {
  if (token === undefined) return
  process.stderr.write(
    `The first coach signs in at ${url}/coach with this token, shown only now: ${token}\n`,
  )
}

/** What the service takes of the settings as they are. */
function appSettings({ store, google, revision, isOnCloudRun, limits, surface }: Config) {
  return {
    storeName: store.kind,
    ...(store.kind === 'sqlite' && { qualityFile: qualityBeside(store.file) }),
    revision: revision ?? new Date().toISOString(),
    isBehindProxy: isOnCloudRun,
    requestsPerMinute: limits.requestsPerMinute,
    requestTimeoutMs,
    cacheBytes,
    ...(google.project !== undefined && { project: google.project }),
    isForCoaches: surface === 'coach',
  }
}

function notYet(): never {
  throw new Error('The chat is not open yet.')
}

async function main(): Promise<void> {
  const config = readConfig(process.env)
  await requireCredentials(config)
  const log = createStdoutLog(config)
  const store = keepDocuments(await openStore(config), keptCharacters, readAhead)
  const { measures, stop: stopMetrics } = await composeMetrics(config, log)
  const stores = await openConversations(config)
  let chat: Chat | undefined
  const review = composeReview(config, store, stores, () => chat ?? notYet(), log)
  let firstSeason: FirstSeason | undefined
  let coach: ComposedCoach | undefined
  const app = createApp({
    store,
    log,
    model: () => coach?.model ?? null,
    client: openBuiltClient(clientFolder),
    progress: () => firstSeason?.progress(),
    ...appSettings(config),
    ...(measures && { measures }),
    ...(review.desk && { desk: review.desk }),
  })
  const server = await listen(app, config)
  const composing = composeCoach(config, store, measures)
  const opened = openChat(server, { config, store, stores, review, composing, log })
  chat = opened
  measures?.observe({
    sockets: () => opened.connections(),
    generation: async () => (await store.current())?.generation.generation,
  })
  const url = urlOf(server)
  log.info({ url, store: config.store.kind }, 'listening')
  if (process.stderr.isTTY) process.stderr.write(`KaizenLap is at ${url}\n`)
  tellToken(await review.begin(), url)
  const stop = async (signal: string) => {
    log.info({ signal }, 'stopping')
    const exit = () => log.flush(() => process.exit(0))
    // A store that does not close must not cost the last lines of the log.
    setTimeout(exit, stopWithinMs + 1000)
    firstSeason?.stop()
    await opened.close(finishAnswersWithinMs)
    const closeWithinMs = stopWithinMs - finishAnswersWithinMs - 1000
    await Promise.all([closeServer(server, closeWithinMs), stopMetrics()])
    review.stop()
    await closeConversations(stores)
    await store.close()
    exit()
  }
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void stop(signal))
  firstSeason = await buildWhatIsMissing(store, config, log)
  coach = await composing
}

try {
  await main()
} catch (error) {
  const isForPeople = [BadConfig, CannotStart, NoGoogleCredentials, StoreUnusable].some(
    (kind) => error instanceof kind,
  )
  const { error: message, stack_trace: stack } = faultFields(error)
  process.stderr.write(`${isForPeople ? message : stack}\n`)
  process.exit(1)
}
