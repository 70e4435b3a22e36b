import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { startModelServer } from '#core/adapters/language-model/model-server-fixtures.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { openClient } from './fixtures/chat-client.ts'
import { publishSeason } from './fixtures/season-documents.ts'

/** Cloud Run kills the process then. */
const graceMs = 10_000
const Line = z.looseObject({ url: z.string().optional() })

let folder: string
let service: ChildProcess | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaizenlap-'))
})
afterEach(async () => {
  service?.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

async function start(environment: Readonly<Record<string, string>>) {
  const store = openSqliteDocumentStore(join(folder, 'season.db'))
  await publishSeason(store, 'run-1')
  await store.close()
  const started = spawn(process.execPath, [join(process.cwd(), 'server/main.ts')], {
    cwd: folder,
    env: { PORT: '0', STORE: `sqlite:${folder}/season.db`, ...environment },
  })
  service = started
  const url = new Promise<string>((resolve) => {
    createInterface({ input: started.stdout }).on('line', (text) => {
      const line = Line.parse(JSON.parse(text))
      if (line.url !== undefined) resolve(line.url)
    })
  })
  return { started, url: await url }
}

test('with a chat open and a model that hangs, SIGTERM ends it in time and nothing is lost', async () => {
  const asked = Promise.withResolvers<void>()
  const model = await startModelServer(() => asked.resolve())
  const { started, url } = await start({
    MODEL: 'chat-completions',
    MODEL_URL: model.url,
    MODEL_NAME: 'gemma',
  })
  const client = await openClient(`${url.replace('http', 'ws')}/chat`)
  await client.hello()
  client.send({ type: 'ask', id: 'q1', text: 'best lap of car 13 in Barber race 1' })
  await asked.promise
  const startedAt = performance.now()
  started.kill('SIGTERM')
  await client.frame('reconnect')
  expect(await client.closed).toMatchObject({ code: 1012 })
  expect(await client.frame('done')).toMatchObject({ outcome: 'stopped' })
  expect(await once(started, 'close')).toEqual([0, null])
  expect(performance.now() - startedAt).toBeLessThan(graceMs)
  await model.stop()
}, 40_000)
