import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { publishSeason } from './fixtures/season-documents.ts'

// Whole processes are started: each learns the phrasings of questions first.
vi.setConfig({ testTimeout: 30_000 })

const Line = z.looseObject({ message: z.string(), url: z.string().optional() })

let folder: string
let processes: ChildProcess[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaizenlap-'))
  processes = []
})
afterEach(async () => {
  for (const each of processes) each.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

/** `npm start` in a folder of its own, on a free port. */
function start(environment: Record<string, string> = {}) {
  const started = spawn(process.execPath, [join(process.cwd(), 'server/main.ts')], {
    cwd: folder,
    env: { PORT: '0', STORE: `sqlite:${folder}/season.db`, ...environment },
  })
  processes.push(started)
  const messages: string[] = []
  const stderr: string[] = []
  createInterface({ input: started.stderr }).on('line', (line) => stderr.push(line))
  const url = new Promise<string>((resolve) => {
    createInterface({ input: started.stdout }).on('line', (text) => {
      const line = Line.parse(JSON.parse(text))
      messages.push(line.message)
      if (line.url !== undefined) resolve(line.url)
    })
  })
  return { started, url, messages, stderr, ended: once(started, 'close') }
}

test('serves the published season and ends in order when it is told to', async () => {
  const store = openSqliteDocumentStore(join(folder, 'season.db'))
  await publishSeason(store, 'run-1')
  await store.close()
  const { started, url, messages, ended } = start()
  const health = await fetch(`${await url}/health`)
  expect(await health.json()).toMatchObject({ status: 'healthy', runId: 'run-1' })
  expect((await fetch(`${await url}/api/races/barber-r1`)).status).toBe(200)
  started.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(messages).toEqual(['listening', 'request', 'stopping'])
})

test('answers while it builds the season, and says so when that fails', async () => {
  const { url, messages } = start({ DATA: join(folder, 'nothing-there') })
  const health = async () => (await fetch(`${await url}/health`)).json()
  expect(await health()).toMatchObject({ status: 'starting' })
  await vi.waitFor(() => expect(messages).toContain('not built'), 20_000)
  expect(await health()).toMatchObject({
    status: 'starting',
    progress: { text: expect.stringContaining('npm run season') },
  })
}, 30_000)

test('a bad environment is told in one go', async () => {
  const { stderr, ended } = start({ PORT: 'x', SURFACE: 'x' })
  expect(await ended).toEqual([1, null])
  expect(stderr).toEqual([
    "PORT='x' is not a port: give a number from 0 to 65535",
    "SURFACE='x' is not known: give all, public or coach",
  ])
})

test('an address of another machine is told with what to do', async () => {
  const { stderr, ended } = start({ HOST: '192.0.2.1' })
  expect(await ended).toEqual([1, null])
  expect(stderr).toEqual(['HOST=192.0.2.1 is not of this machine: give 127.0.0.1 or 0.0.0.0'])
})

test('a port that is taken is told with what to do', async () => {
  const first = start({ DATA: join(folder, 'nothing-there') })
  const { port } = new URL(await first.url)
  const { stderr, ended } = start({ PORT: port })
  expect(await ended).toEqual([1, null])
  expect(stderr).toEqual([`PORT=${port} is taken: give another one`])
})
