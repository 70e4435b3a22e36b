import { once } from 'node:events'
import { WebSocket } from 'ws'
import { type ClientFrame, ServerFrame } from '#core/protocol/chat/frames.ts'
import type { Answer, SentenceShown } from './answer.ts'
import type { Turn } from './question.ts'

/** A conversation over a socket, as a page holds it. */
export type Conversation = {
  readonly model: string | null
  readonly generation: string
  ask(turn: Pick<Turn, 'text' | 'context' | 'scope'>): Promise<Answer>
  close(): void
}

const patienceMs = 120_000

export async function openConversation(origin: string): Promise<Conversation> {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/chat`, ['kaizenlap.v1'])
  const frames = framesOf(socket)
  await once(socket, 'open')
  const send = (frame: ClientFrame) => socket.send(JSON.stringify(frame))
  send({ type: 'hello' })
  const welcome = await frames.next()
  if (welcome.type !== 'welcome') throw new Error(`Instead of a welcome came ${welcome.type}`)
  let asked = 0
  return {
    model: welcome.model?.name ?? null,
    generation: welcome.generation,
    ask: async ({ text, context, scope }) => {
      const id = `q${++asked}`
      const sentAt = performance.now()
      send({ type: 'ask', id, text, ...(context && { context }), ...(scope && { scope }) })
      return await readAnswer(framesOfAnswer(frames, id), sentAt)
    },
    close: () => socket.close(),
  }
}

async function readAnswer(frames: Frames, sentAt: number): Promise<Answer> {
  const sentences: SentenceShown[] = []
  const withheld: string[] = []
  let accepted: Pick<Answer, 'scope'> = { scope: undefined }
  let first: { firstSentenceMs?: number } = {}
  for (;;) {
    const frame = await frames.next()
    if (frame.type === 'accepted') accepted = { scope: frame.scope }
    if (frame.type === 'withheld') withheld.push(frame.reason)
    if (frame.type === 'sentence') {
      if (sentences.length === 0) first = { firstSentenceMs: performance.now() - sentAt }
      sentences.push(frame)
    }
    const told = { ...accepted, ...first, sentences, withheld }
    if (frame.type === 'done') {
      const { outcome, facts, suggestions } = frame
      return { ...told, outcome, facts, suggestions: suggestions.length }
    }
    if (frame.type === 'error') {
      const error = `${frame.code}: ${frame.message}`
      return { ...told, outcome: 'error', facts: [], suggestions: 0, error }
    }
  }
}

/** What comes to one question: a late complaint about the one before is not taken for its answer. */
function framesOfAnswer(frames: Frames, id: string): Frames {
  let answerId: string | undefined
  const next = async (): Promise<ServerFrame> => {
    const frame = await frames.next()
    if (frame.type === 'accepted' && frame.id === id) ({ answerId } = frame)
    if ('answerId' in frame) return frame.answerId === answerId ? frame : await next()
    return frame.type !== 'error' || (frame.id ?? id) === id ? frame : await next()
  }
  return { next }
}

type Frames = { next(): Promise<ServerFrame> }

/** Frames in their order, each checked against the protocol, each given out once. */
function framesOf(socket: WebSocket): Frames {
  const come: ServerFrame[] = []
  let fault: Error | undefined
  let wake: () => void = () => undefined
  socket.on('message', (data: Buffer) => {
    try {
      come.push(ServerFrame.parse(JSON.parse(data.toString())))
    } catch (error) {
      fault = new Error('A frame is not of the protocol', { cause: error })
    }
    wake()
  })
  const fail = (error: Error) => {
    fault = error
    wake()
  }
  socket.on('error', fail)
  socket.on('close', (code) => fail(new Error(`The service closed the socket with ${code}`)))
  const next = async (): Promise<ServerFrame> => {
    const frame = come.shift()
    if (frame !== undefined) return frame
    if (fault !== undefined) throw fault
    await new Promise<void>((resolve, reject) => {
      const limit = setTimeout(
        () => reject(new Error(`No frame in ${patienceMs / 1000} s`)),
        patienceMs,
      )
      wake = () => {
        clearTimeout(limit)
        resolve()
      }
    })
    return await next()
  }
  return { next }
}
