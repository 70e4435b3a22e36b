import type { ChildProcess } from 'node:child_process'
import { on, once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import WebSocket from 'ws'
import { ServerFrame } from '#core/protocol/chat/frames.ts'
import { benchModel } from './chat-model.ts'
import { startService } from './service.ts'

const questions = [
  'where do I lose time?',
  'what was my best lap',
  'and in race 2?',
  'how consistent was I',
  'why was lap 16 slow',
  'what should I work on first',
  'whose onboard do I watch for section 2',
  'how far am I off the composite',
  'who got me',
  'did the heat matter',
  'what tyre pressure should I run',
  'compare me with car 22',
  'my median lap',
  'was I quicker than P14',
]
const races = ['barber-r1', 'cota-r1', 'indianapolis-r2', 'sebring-r1', 'sonoma-r2', 'vir-r1']
const cars = ['13', '22', '55', '72', '98']

/** A driver asks about as often as this while talking to a coach. */
const secondsBetweenQuestions = 20
const seconds = 20

/**
 * Question to first sentence without a model, with conversations open that each ask now and then; and how many
 * questions a second one process answers back to back.
 */
export async function benchChat(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kaizenlap-bench-'))
  const processes: ChildProcess[] = []
  try {
    const service = (await startService(folder, processes)).replace('http', 'ws')
    const lines = [
      `each conversation asks every ${secondsBetweenQuestions} s, for ${seconds} s`,
      'conversations  questions  p50 ms  p95 ms  p99 ms',
    ]
    await warmUp(service)
    for (const conversations of [1, 100, 1000]) lines.push(await benchOpen(service, conversations))
    lines.push(`back to back: ${(await backToBack(service)).toFixed(0)} questions a second`)
    lines.push('', await benchModel(join(folder, 'season.db')))
    return lines.join('\n')
  } finally {
    for (const child of processes) child.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

async function benchOpen(service: string, conversations: number): Promise<string> {
  const open = await Promise.all(
    Array.from({ length: conversations }, async (_, index) => await connect(service, index)),
  )
  const times: number[] = []
  const endsAt = performance.now() + seconds * 1000
  await Promise.all(
    open.map(async (conversation, index) => {
      const everyMs = conversations === 1 ? 200 : secondsBetweenQuestions * 1000
      await sleep((everyMs * index) / conversations)
      while (performance.now() < endsAt) {
        const askedAt = performance.now()
        times.push(await conversation.ask())
        await sleep(Math.max(0, everyMs - (performance.now() - askedAt)))
      }
    }),
  )
  for (const { close } of open) close()
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
  return [
    String(conversations).padEnd(13),
    String(times.length).padStart(11),
    ...[0.5, 0.95, 0.99].map((share) => at(share).toFixed(1).padStart(8)),
  ].join('')
}

/** Every race is read and parsed once before anything is measured. */
async function warmUp(service: string): Promise<void> {
  const conversation = await connect(service, 0)
  for (let index = 0; index < 60; index++) await conversation.ask()
  conversation.close()
}

async function backToBack(service: string): Promise<number> {
  const open = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => await connect(service, index)),
  )
  const endsAt = performance.now() + 10_000
  let asked = 0
  await Promise.all(
    open.map(async (conversation) => {
      while (performance.now() < endsAt) {
        await conversation.ask()
        asked++
      }
    }),
  )
  for (const { close } of open) close()
  return asked / 10
}

/** A conversation that asks one question after the other, of races and cars in turn. */
async function connect(service: string, offset: number) {
  const socket = new WebSocket(`${service}/chat`, 'kaizenlap.v1')
  await once(socket, 'open')
  socket.send(JSON.stringify({ type: 'hello' }))
  await frame(socket, (one) => one.type === 'welcome')
  let asked = offset
  return {
    /** Milliseconds from the question to its first sentence; returns when the answer is done. */
    ask: async () => {
      const text = questions[asked % questions.length]
      const context = { raceId: races[asked % races.length], car: cars[asked % cars.length] }
      const id = `q${asked++}`
      const askedAt = performance.now()
      const first = frame(socket, (one) => one.type === 'sentence')
      const done = frame(socket, (one) => one.type === 'done')
      socket.send(JSON.stringify({ type: 'ask', id, text, context }))
      await first
      const tookMs = performance.now() - askedAt
      await done
      return tookMs
    },
    close: () => socket.close(),
  }
}

async function frame(socket: WebSocket, isWanted: (one: ServerFrame) => boolean): Promise<void> {
  for await (const [data] of on(socket, 'message', { close: ['close'] })) {
    const one = ServerFrame.parse(JSON.parse(String(data)))
    if (one.type === 'error') throw new Error(`${one.code}: ${one.message}`)
    if (isWanted(one)) return
  }
  throw new Error('the socket was closed')
}
