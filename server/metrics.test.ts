import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sayAll, startModelServer } from '#core/adapters/language-model/model-server-fixtures.ts'
import { startMetricsReceiver } from '#core/adapters/metrics-receiver-fixture.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { newFolder } from '../testing/new-folder.ts'
import { startServiceProcess } from '../testing/service-process.ts'
import { openClient } from './fixtures/chat-client.ts'
import { publishSeason } from './fixtures/season-documents.ts'

const canary = 'canary7f3a'

/** A service with a small season and a model that says what nobody may say, its measures sent to `metricsUrl`. */
async function start(metricsUrl: string) {
  const model = await startModelServer((exchange) =>
    sayAll(exchange, `The ${canary} is 1:23.456. `, 'It is quick on the brakes.'),
  )
  const file = join(newFolder(), 'season.db')
  const store = openSqliteDocumentStore(file)
  await publishSeason(store, 'run-1')
  await store.close()
  const service = startServiceProcess({
    STORE: `sqlite:${file}`,
    METRICS: 'otlp',
    METRICS_URL: metricsUrl,
    MODEL: 'chat-completions',
    MODEL_URL: model.url,
    MODEL_NAME: 'gemma',
  })
  onTestFinished(async () => {
    service.process.kill('SIGKILL')
    await model.stop()
  })
  return { model, service, url: await service.url }
}

test('requests, answers, the model and the season are counted, and nobody is quoted', async () => {
  const receiver = await startMetricsReceiver()
  const { model, service, url } = await start(receiver.url)
  await fetch(`${url}/api/races/barber-r1`)
  await fetch(`${url}/api/races/barber-r1`)
  await fetch(`${url}/api/races/barber-r9?${canary}=${canary}`)
  await fetch(`${url}/nothing-here`)
  const client = await openClient(`${url.replace('http', 'ws')}/chat`)
  await client.hello()
  client.send({ type: 'ask', id: 'q1', text: 'best lap of car 13 in Barber race 1' })
  await client.transcript(1)
  client.send({ type: 'ask', id: 'q2', text: `${canary} what was the weather like?` })
  await client.transcript(2)
  service.process.kill('SIGTERM')
  await service.ended

  const requests = receiver.points('http.server.request.duration')
  const of = (route: string) =>
    requests.find(({ attributes }) => attributes['http.route'] === route)
  expect(of('/api/races/:raceId')).toMatchObject({ count: 2 })
  expect(of('none')).toMatchObject({ count: 1 })
  expect(receiver.points('kaizenlap.chat.answer.duration')).toMatchObject([
    { attributes: { outcome: 'answered', writer: 'composer' }, count: 1 },
    { attributes: { outcome: 'not-in-data', writer: 'composer' }, count: 1 },
  ])
  expect(receiver.points('kaizenlap.chat.withheld')).toMatchObject([
    { attributes: { reason: 'unknown-word' }, asDouble: 1 },
    { attributes: { reason: 'beyond-timing' }, asDouble: 1 },
  ])
  expect(receiver.points('kaizenlap.model.duration')).toMatchObject([
    { attributes: { end: 'stop' }, count: model.exchanges.length },
  ])
  expect(receiver.points('kaizenlap.model.breaker')).toMatchObject([{ asDouble: 0 }])
  expect(receiver.points('kaizenlap.season.generation')).toMatchObject([{ asDouble: 1 }])
  expect(receiver.points('kaizenlap.chat.sockets')).toMatchObject([{ asDouble: 0 }])
  expect(receiver.bodies.join('')).not.toContain(canary)
  expect(service.output.join('')).not.toContain(canary)
})
