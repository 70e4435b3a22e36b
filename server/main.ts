import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { pino } from 'pino'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { type DocumentStore, StoreUnusable } from '#core/ports/document-store.ts'
import { createApp } from './app.ts'
import { BadConfig, type Config, readConfig } from './config.ts'
import { buildFirstSeason, type FirstSeason, type Step } from './first-season.ts'
import { createLog, faultFields, type Log } from './log.ts'
import { closeServer } from './shutdown.ts'

const requestTimeoutMs = 60_000
const cacheBytes = 64 * 1024 * 1024
/** Cloud Run kills the process 10 s after its SIGTERM. */
const stopWithinMs = 8000
const jobsFolder = join(import.meta.dirname, '..', 'jobs')
const demoSeason = join('data', 'demo-season')

/** Something that a person has to put right before the service can start. */
class CannotStart extends Error {
  override name = 'CannotStart'
}

function openStore({ store }: Config): DocumentStore {
  if (store.kind === 'sqlite') return openSqliteDocumentStore(store.file)
  throw new CannotStart('STORE=firestore cannot be opened yet: give sqlite:<file>')
}

/** Fills the embedded store when it has no season; a published season is never replaced. */
async function ensureSeason(
  store: DocumentStore,
  config: Config,
  log: Log,
): Promise<FirstSeason | undefined> {
  if (config.store.kind !== 'sqlite' || (await store.current()) !== undefined) return undefined
  const data = config.data ?? demoSeason
  const storeName = `sqlite:${config.store.file}`
  const season = {
    args: [join(jobsFolder, 'main.ts'), 'season', '--store', storeName, '--data', data],
  }
  const isDemoMissing = config.data === undefined && !existsSync(demoSeason)
  return buildFirstSeason(isDemoMissing ? [await demoStep(), season] : [season], log)
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

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const { project } = config.google
  const log = createLog(
    pino.destination({
      dest: 1,
      sync: false,
      minLength: 65_536,
      maxWrite: 131_072,
      periodicFlush: 500,
    }),
  )
  const store = openStore(config)
  let firstSeason: FirstSeason | undefined
  const app = createApp({
    store,
    storeName: config.store.kind,
    log,
    model: null,
    progress: () => firstSeason?.progress(),
    revision: config.revision ?? new Date().toISOString(),
    isBehindProxy: config.isOnCloudRun,
    requestsPerMinute: config.limits.requestsPerMinute,
    requestTimeoutMs,
    cacheBytes,
    ...(project === undefined ? {} : { project }),
  })
  const server = await listen(app, config)
  const url = urlOf(server)
  log.info({ url, store: config.store.kind }, 'listening')
  if (process.stderr.isTTY) process.stderr.write(`KaizenLap is at ${url}\n`)
  firstSeason = await ensureSeason(store, config, log)

  const stop = async (signal: string) => {
    log.info({ signal }, 'stopping')
    firstSeason?.stop()
    await closeServer(server, stopWithinMs - 1000)
    await store.close()
    log.flush(() => process.exit(0))
  }
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void stop(signal))
}

try {
  await main()
} catch (error) {
  const isForPeople = [BadConfig, CannotStart, StoreUnusable].some((kind) => error instanceof kind)
  const { error: message, stack_trace: stack } = faultFields(error)
  process.stderr.write(`${isForPeople ? message : stack}\n`)
  process.exit(1)
}
