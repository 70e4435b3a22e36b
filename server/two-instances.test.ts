import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  type Exchange,
  type ModelServer,
  startModelServer,
} from '#core/adapters/language-model/model-server-fixtures.ts'
import { ClientFrame } from '#core/protocol/chat/frames.ts'
import { hasEmulator } from '../testing/lent-emulator.ts'
import { type ServiceProcess, startServiceProcess } from '../testing/service-process.ts'
import { demoSeasonInFirestore } from '../testing/test-season.ts'
import { type ChatClient, openClient, seqsOf } from './fixtures/chat-client.ts'

// Two whole services are started, and a season is published for them.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 600_000 })

const patienceMs = 40_000

const ask = (id: string) =>
  ClientFrame.parse({
    type: 'ask',
    id,
    text: 'where do I lose time?',
    context: { raceId: 'barber-r1', car: '13' },
  })

/** Answers nothing until it is let: what it is asked for is under way. */
let model: ModelServer
let held: Exchange[] = []
/** The model fails, and the composer writes the answer. */
function goOn(): void {
  for (const { response } of held.splice(0)) response.writeHead(400).end('{}')
}

let environment: Readonly<Record<string, string>>
let one: ServiceProcess
let two: ServiceProcess

const startInstance = (): ServiceProcess =>
  startServiceProcess({
    ...environment,
    MODEL: 'chat-completions',
    MODEL_URL: `${model.url}/v1`,
    MODEL_NAME: 'gemma',
    COACH_TOKEN: 'a token for this test',
  })

const connect = async (
  { url }: ServiceProcess,
  patience: number = patienceMs,
): Promise<ChatClient> =>
  await openClient(`${(await url).replace('http', 'ws')}/chat`, { patienceMs: patience })

/** It knows the season, and has told somebody so. */
async function untilReady(service: ServiceProcess): Promise<void> {
  const client = await connect(service, 120_000)
  await client.hello()
  client.socket.terminate()
  await (await fetch(`${await service.url}/api/races/barber-r1/cars`)).arrayBuffer()
}

describe.skipIf(!hasEmulator)('two instances on one Firestore', () => {
  beforeAll(async () => {
    environment = (await demoSeasonInFirestore()).environment
    model = await startModelServer((exchange) => void held.push(exchange))
    ;[one, two] = [startInstance(), startInstance()]
    // What a service does when it starts is not to be taken from the time that an answer is held.
    await Promise.all([one, two].map(untilReady))
  })
  afterEach(goOn)
  afterAll(async () => {
    for (const service of [one, two]) service.process.kill('SIGKILL')
    await model.stop()
  })

  /** A driver whose question the first instance is answering. */
  async function askedAtOne(id: string) {
    const client = await connect(one)
    const welcome = await client.hello()
    client.send(ask(id))
    const accepted = await client.frame('accepted')
    await expect.poll(() => held.length, { timeout: patienceMs }).toBeGreaterThan(0)
    return { client, welcome, accepted }
  }

  test('a driver cut off from one sees his answer go on at the other, and asks there', async () => {
    const { client, welcome, accepted } = await askedAtOne('q1')
    client.socket.terminate()
    const back = await connect(two)
    expect((await back.hello({ ...welcome, lastSeq: accepted.seq })).seq).toBe(accepted.seq)
    back.send(ask('q2'))
    expect(await back.frame('error')).toMatchObject({ id: 'q2', code: 'busy' })
    goOn()
    const rest = await back.transcript(1)
    expect(rest.at(-1)).toMatchObject({ type: 'done', outcome: 'answered' })
    back.send(ask('q2'))
    await back.frame('accepted')
    await expect.poll(() => held.length, { timeout: patienceMs }).toBeGreaterThan(0)
    goOn()
    const all = await back.transcript(2)
    expect(seqsOf(all)).toEqual(all.map((_frame, index) => accepted.seq + 1 + index))

    const again = await connect(one)
    await again.hello(welcome)
    expect(await again.transcript(2)).toEqual([accepted, ...all])
  })

  test('an answer that one writes is stopped from the other', async () => {
    const { welcome, accepted } = await askedAtOne('q1')
    const back = await connect(two)
    await back.hello({ ...welcome, lastSeq: accepted.seq })
    back.send({ type: 'stop', id: 'q1' })
    const rest = await back.transcript(1)
    expect(rest.at(-1)).toMatchObject({ type: 'done', outcome: 'stopped' })
  })

  test('an answer whose instance dies is ended by the other, and the driver asks again', async () => {
    const { welcome, accepted } = await askedAtOne('q1')
    const back = await connect(two)
    await back.hello({ ...welcome, lastSeq: accepted.seq })
    one.process.kill('SIGKILL')
    expect(await one.ended).toEqual([null, 'SIGKILL'])
    held = []
    const rest = await back.transcript(1)
    expect(rest).toMatchObject([
      { type: 'done', seq: accepted.seq + 1, answerId: accepted.answerId, outcome: 'stopped' },
    ])
    back.send(ask('q2'))
    await back.frame('accepted')
    await expect.poll(() => held.length, { timeout: patienceMs }).toBeGreaterThan(0)
    goOn()
    expect((await back.transcript(2)).at(-1)).toMatchObject({ outcome: 'answered' })
  })
})
