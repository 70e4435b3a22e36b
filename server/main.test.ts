import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { newFolder } from '../testing/new-folder.ts'
import { type ServiceProcess, startServiceProcess } from '../testing/service-process.ts'
import { publishSeason } from './fixtures/season-documents.ts'

let folder: string
let services: ServiceProcess[]

beforeEach(() => {
  folder = newFolder()
  services = []
})
afterEach(() => {
  for (const service of services) service.process.kill('SIGKILL')
})

/** `npm start` in a folder of its own. */
function start(environment: Readonly<Record<string, string>> = {}): ServiceProcess {
  const service = startServiceProcess(
    { STORE: `sqlite:${folder}/season.db`, ...environment },
    folder,
  )
  services.push(service)
  return service
}

test('serves the published season and ends in order when it is told to', async () => {
  const store = openSqliteDocumentStore(join(folder, 'season.db'))
  await publishSeason(store, 'run-1')
  await store.close()
  const { process: service, url, messages, ended } = start()
  const health = await fetch(`${await url}/health`)
  expect(await health.json()).toMatchObject({ status: 'healthy', runId: 'run-1' })
  expect((await fetch(`${await url}/api/races/barber-r1`)).status).toBe(200)
  service.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(messages).toEqual(['listening', 'request', 'stopping'])
})

test('answers while it builds the season, and says so when that fails', async () => {
  const { url, messages } = start({ DATA: join(folder, 'nothing-there') })
  const health = async () => (await fetch(`${await url}/health`)).json()
  expect(await health()).toMatchObject({ status: 'starting' })
  await vi.waitFor(() => expect(messages).toContain('not built'), 100_000)
  expect(await health()).toMatchObject({
    status: 'starting',
    progress: { text: expect.stringContaining('npm run season') },
  })
})

test('a bad environment is told in one go', async () => {
  const { errors, ended } = start({ PORT: 'x', SURFACE: 'x' })
  expect(await ended).toEqual([1, null])
  expect(errors).toEqual([
    "PORT='x' is not a port: give a number from 0 to 65535",
    "SURFACE='x' is not known: give all, public or coach",
  ])
})

test('an address of another machine is told with what to do', async () => {
  const { errors, ended } = start({ HOST: '192.0.2.1' })
  expect(await ended).toEqual([1, null])
  expect(errors).toEqual(['HOST=192.0.2.1 is not of this machine: give 127.0.0.1 or 0.0.0.0'])
})

test('a port that is taken is told with what to do', async () => {
  const first = start({ DATA: join(folder, 'nothing-there') })
  const { port } = new URL(await first.url)
  const { errors, ended } = start({ PORT: port })
  expect(await ended).toEqual([1, null])
  expect(errors).toEqual([`PORT=${port} is taken: give another one`])
})
