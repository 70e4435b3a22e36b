import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import {
  type Exchange,
  type ModelServer,
  startModelServer,
} from '#core/adapters/language-model/model-server-fixtures.ts'
import { ClientFrame } from '#core/protocol/chat/frames.ts'
import { hasEmulator } from '../testing/lent-emulator.ts'
import { demoSeasonInFirestore } from '../testing/test-season.ts'
import { type ChatClient, openClient, seqsOf } from './fixtures/chat-client.ts'

// Two whole services are started, and a season is published for them.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 300_000 })

const Line = z.looseObject({ url: z.string().optional() })
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

type Instance = { readonly process: ChildProcess; readonly chat: string }
let environment: Readonly<Record<string, string>>
let one: Instance
let two: Instance

async function startInstance(): Promise<Instance> {
  const child = spawn(process.execPath, [join(process.cwd(), 'server/main.ts')], {
    env: {
      ...environment,
      PORT: '0',
      MODEL: 'chat-completions',
      MODEL_URL: `${model.url}/v1`,
      MODEL_NAME: 'gemma',
      COACH_TOKEN: 'a token for this test',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The service has ended.')))
    createInterface({ input: child.stdout }).on('line', (text) => {
      const line = Line.parse(JSON.parse(text))
      if (line.url !== undefined) resolve(line.url)
    })
  })
  return { process: child, chat: `${url.replace('http', 'ws')}/chat` }
}

const connect = ({ chat }: Instance): Promise<ChatClient> => openClient(chat, { patienceMs })

describe.skipIf(!hasEmulator)('two instances on one Firestore', () => {
  beforeAll(async () => {
    environment = (await demoSeasonInFirestore()).environment
    model = await startModelServer((exchange) => void held.push(exchange))
    one = await startInstance()
    two = await startInstance()
  })
  afterEach(goOn)
  afterAll(async () => {
    for (const { process: child } of [one, two]) child.kill('SIGKILL')
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
    const exit = once(one.process, 'exit')
    one.process.kill('SIGKILL')
    expect(await exit).toEqual([null, 'SIGKILL'])
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
