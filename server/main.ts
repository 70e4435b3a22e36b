import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { pino } from 'pino'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { type DocumentStore, StoreUnusable } from '#core/ports/document-store.ts'
import { conversationsBeside } from '#core/adapters/sqlite-conversation-file.ts'
import { openSqliteConversationStore } from '#core/adapters/sqlite-conversation-store.ts'
import type { ConversationStore } from '#core/ports/conversation-store.ts'
import { createApp } from './app.ts'
import { attachChat, type Chat } from './chat/attach-chat.ts'
import { type ComposedCoach, composeCoach } from './compose-coach.ts'
import { composeMetrics } from './compose-metrics.ts'
import { BadConfig, type Config, readConfig } from './config.ts'
import { buildFirstSeason, type FirstSeason, type Step } from './first-season.ts'
import { greetingOf } from './greeting.ts'
import { createLog, faultFields, type Log } from './log.ts'
import { openBuiltClient } from './pages/built-client.ts'
import { buildClient, isClientOutdated } from './pages/client-build.ts'
import { qualityBeside } from './routes/quality.ts'
import { closeServer } from './shutdown.ts'

const requestTimeoutMs = 60_000
const cacheBytes = 64 * 1024 * 1024
/** Cloud Run kills the process 10 s after its SIGTERM. */
const stopWithinMs = 8000
/** A running answer may end; what has not is ended and kept. */
const finishAnswersWithinMs = 4000
const root = join(import.meta.dirname, '..')
const jobsFolder = join(root, 'jobs')
const clientFolder = join(root, 'dist')
const demoSeason = join('data', 'demo-season')

/** Something that a person has to put right before the service can start. */
class CannotStart extends Error {
  override name = 'CannotStart'
}

function openStore({ store }: Config): DocumentStore {
  if (store.kind === 'sqlite') return openSqliteDocumentStore(store.file)
  throw new CannotStart('STORE=firestore cannot be opened yet: give sqlite:<file>')
}

/** Beside the store and not in it: a new season never touches what was asked. */
function openConversations({ store }: Config): ConversationStore {
  if (store.kind !== 'sqlite')
    throw new CannotStart('STORE=firestore cannot be opened yet: give sqlite:<file>')
  return openSqliteConversationStore(conversationsBeside(store.file))
}

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

function listen(app: ReturnType<typeof createApp>, { port, host }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, () => resolve(server))
    server.on('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(isTaken ? new CannotStart(`PORT=${port} is taken: give another one`) : error)
    })
  })
}

/** Where it listens; the port that it was given where PORT is 0. */
function urlOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') return String(address)
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}

/**
 * Lines are gathered for half a second; stopping flushes them. For each line sonic-boom measures all that it
 * holds: with 64 kB that was 10 µs a line, with 4 kB it is 2.
 */
function createStdoutLog(): Log {
  return createLog(
    pino.destination({
      dest: 1,
      sync: false,
      minLength: 4096,
      maxWrite: 4097,
      periodicFlush: 500,
    }),
  )
}

type OpenedChat = { readonly chat: Chat; readonly conversations: ConversationStore }

function openChat(
  server: Server,
  config: Config,
  store: DocumentStore,
  composing: Promise<ComposedCoach>,
  log: Log,
): OpenedChat {
  const conversations = openConversations(config)
  const chat = attachChat(server, {
    store: conversations,
    answerQuestion: async function* answer(question) {
      const coach = await composing
      yield* coach.answer(question)
    },
    greeting: async () => await greetingOf(store, (await composing).model),
    log,
    limits: config.limits,
    isBehindProxy: config.isOnCloudRun,
    random: randomBytes,
    now: () => new Date(),
    ...(config.origins !== undefined && { origins: config.origins }),
  })
  return { chat, conversations }
}

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const { project } = config.google
  const log = createStdoutLog()
  const store = openStore(config)
  const { measures, stop: stopMetrics } = await composeMetrics(config, log)
  let firstSeason: FirstSeason | undefined
  let coach: ComposedCoach | undefined
  const app = createApp({
    store,
    storeName: config.store.kind,
    log,
    model: () => coach?.model ?? null,
    client: openBuiltClient(clientFolder),
    progress: () => firstSeason?.progress(),
    ...(config.store.kind === 'sqlite' && { qualityFile: qualityBeside(config.store.file) }),
    revision: config.revision ?? new Date().toISOString(),
    isBehindProxy: config.isOnCloudRun,
    requestsPerMinute: config.limits.requestsPerMinute,
    requestTimeoutMs,
    cacheBytes,
    ...(project === undefined ? {} : { project }),
    ...(measures && { measures }),
  })
  const server = await listen(app, config)
  // Learning the phrasings takes a second or two: the first questions wait for it, pages do not.
  const composing = composeCoach(config, store, measures)
  const opened = openChat(server, config, store, composing, log)
  measures?.observe({
    sockets: opened.chat.connections,
    generation: async () => (await store.current())?.generation.generation,
  })
  const url = urlOf(server)
  log.info({ url, store: config.store.kind }, 'listening')
  if (process.stderr.isTTY) process.stderr.write(`KaizenLap is at ${url}\n`)
  const stop = async (signal: string) => {
    log.info({ signal }, 'stopping')
    firstSeason?.stop()
    await opened.chat.close(finishAnswersWithinMs)
    await closeServer(server, stopWithinMs - finishAnswersWithinMs - 1000)
    await stopMetrics()
    await opened.conversations.close()
    await store.close()
    log.flush(() => process.exit(0))
  }
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void stop(signal))
  firstSeason = await buildWhatIsMissing(store, config, log)
  coach = await composing
}

try {
  await main()
} catch (error) {
  const isForPeople = [BadConfig, CannotStart, StoreUnusable].some((kind) => error instanceof kind)
  const { error: message, stack_trace: stack } = faultFields(error)
  process.stderr.write(`${isForPeople ? message : stack}\n`)
  process.exit(1)
}
