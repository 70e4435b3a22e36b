import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod'
import {
  sayAll,
  startModelServer,
  type ModelServer,
} from '#core/adapters/language-model/model-server-fixtures.ts'
import { startMetricsReceiver } from '#core/adapters/metrics-receiver-fixture.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { openClient } from './fixtures/chat-client.ts'
import { publishSeason } from './fixtures/season-documents.ts'

vi.setConfig({ testTimeout: 60_000 })

const canary = 'canary7f3a'
const Line = z.looseObject({ message: z.string(), url: z.string().optional() })

let folder: string
let model: ModelServer
let started: ChildProcess | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaizenlap-'))
  model = await startModelServer((exchange) =>
    sayAll(exchange, `The ${canary} is 1:23.456. `, 'It is quick on the brakes.'),
  )
})
afterEach(async () => {
  started?.kill('SIGKILL')
  await model.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A service with a small season and a model that says what nobody may say, its measures sent to `metricsUrl`. */
async function start(metricsUrl: string) {
  const store = openSqliteDocumentStore(join(folder, 'season.db'))
  await publishSeason(store, 'run-1')
  await store.close()
  const service = spawn(process.execPath, [join(process.cwd(), 'server/main.ts')], {
    cwd: folder,
    env: {
      PORT: '0',
      STORE: `sqlite:${folder}/season.db`,
      METRICS: 'otlp',
      METRICS_URL: metricsUrl,
      MODEL: 'chat-completions',
      MODEL_URL: model.url,
      MODEL_NAME: 'gemma',
    },
  })
  started = service
  const output: string[] = []
  const url = new Promise<string>((resolve) => {
    createInterface({ input: service.stdout }).on('line', (text) => {
      output.push(text)
      const line = Line.parse(JSON.parse(text))
      if (line.url !== undefined) resolve(line.url)
    })
  })
  service.stderr.on('data', (bytes) => output.push(String(bytes)))
  const stop = async () => {
    service.kill('SIGTERM')
    await once(service, 'close')
  }
  return { url: await url, output, stop }
}

test('requests, answers, the model and the season are counted, and nobody is quoted', async () => {
  const receiver = await startMetricsReceiver()
  const { url, output, stop } = await start(receiver.url)
  await fetch(`${url}/api/races/barber-r1`)
  await fetch(`${url}/api/races/barber-r1`)
  await fetch(`${url}/api/races/barber-r9?${canary}=${canary}`)
  await fetch(`${url}/nothing-here`)
  const client = await openClient(`${url.replace('http', 'ws')}/chat`)
  await client.hello()
  client.send({ type: 'ask', id: 'q1', text: 'best lap of car 13 in Barber race 1' })
  await client.transcript(1)
  client.send({ type: 'ask', id: 'q2', text: `${canary} weather?` })
  await client.transcript(2)
  await stop()

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
  expect(output.join('')).not.toContain(canary)
})
