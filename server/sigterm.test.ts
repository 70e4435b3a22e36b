import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startModelServer } from '#core/adapters/language-model/model-server-fixtures.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { newFolder } from '../testing/new-folder.ts'
import { startServiceProcess } from '../testing/service-process.ts'
import { openClient } from './fixtures/chat-client.ts'
import { publishSeason } from './fixtures/season-documents.ts'

/** Cloud Run kills the process then. */
const graceMs = 10_000

test('with a chat open and a model that hangs, SIGTERM ends it in time and nothing is lost', async () => {
  const asked = Promise.withResolvers<void>()
  const model = await startModelServer(() => asked.resolve())
  const file = join(newFolder(), 'season.db')
  const store = openSqliteDocumentStore(file)
  await publishSeason(store, 'run-1')
  await store.close()
  const service = startServiceProcess({
    STORE: `sqlite:${file}`,
    MODEL: 'chat-completions',
    MODEL_URL: model.url,
    MODEL_NAME: 'gemma',
  })
  onTestFinished(() => void service.process.kill('SIGKILL'))
  const url = await service.url
  const client = await openClient(`${url.replace('http', 'ws')}/chat`)
  await client.hello()
  client.send({ type: 'ask', id: 'q1', text: 'best lap of car 13 in Barber race 1' })
  await asked.promise
  const startedAt = performance.now()
  service.process.kill('SIGTERM')
  await client.frame('reconnect')
  expect(await client.closed).toMatchObject({ code: 1012 })
  expect(await client.frame('done')).toMatchObject({ outcome: 'stopped' })
  expect(await service.ended).toEqual([0, null])
  expect(performance.now() - startedAt).toBeLessThan(graceMs)
  await model.stop()
})
