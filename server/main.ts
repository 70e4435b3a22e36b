import type { Server } from 'node:http'
import { pino } from 'pino'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { type DocumentStore, StoreUnusable } from '#core/ports/document-store.ts'
import { createApp } from './app.ts'
import { BadConfig, type Config, readConfig } from './config.ts'
import { buildFirstSeason, type FirstSeason } from './first-season.ts'
import { createLog, faultFields, type Log } from './log.ts'
import { closeServer } from './shutdown.ts'

const stopWithinMs = 8000
const requestTimeoutMs = 60_000
const cacheBytes = 64 * 1024 * 1024

/** Something that a person has to put right before the service can start. */
class CannotStart extends Error {}

function openStore(config: Config): DocumentStore {
  if (config.store.kind === 'sqlite') return openSqliteDocumentStore(config.store.file)
  throw new CannotStart('STORE=firestore is not supported yet; give sqlite:<file>')
}

/** The embedded store is filled when it has no season; a published season is never replaced. */
async function ensureSeason(
  store: DocumentStore,
  config: Config,
  log: Log,
): Promise<FirstSeason | undefined> {
  if (config.store.kind !== 'sqlite' || (await store.current()) !== undefined) return undefined
  const data = config.data === undefined ? [] : ['--data', config.data]
  return buildFirstSeason(
    ['jobs/main.ts', 'season', '--store', `sqlite:${config.store.file}`, ...data],
    log,
  )
}

function listen(app: ReturnType<typeof createApp>, { port, host }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, () => resolve(server))
    server.on('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(isTaken ? new CannotStart(`Port ${port} is taken; set PORT to another one`) : error)
    })
  })
}

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(pino.destination({ dest: 1, sync: false }))
  const store = openStore(config)
  const firstSeason = await ensureSeason(store, config, log)
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
    ...(config.google.project === undefined ? {} : { project: config.google.project }),
  })
  const server = await listen(app, config)
  log.info({ host: config.host, port: config.port, store: config.store.kind }, 'listening')

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
  const isForPeople =
    error instanceof BadConfig || error instanceof CannotStart || error instanceof StoreUnusable
  process.stderr.write(`${isForPeople ? error.message : JSON.stringify(faultFields(error))}\n`)
  process.exitCode = 1
}
