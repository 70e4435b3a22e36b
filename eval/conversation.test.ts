import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocketServer } from 'ws'
import * as z from 'zod'
import { ClientFrame, type ServerFrame } from '#core/protocol/chat/frames.ts'
import { openConversation } from './conversation.ts'
import { Turn } from './question.ts'

/** A service that answers each question with the given frames. */
async function serve(answer: (id: string) => readonly ServerFrame[]): Promise<string> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => {
    for (const client of server.clients) client.terminate()
    server.close()
  })
  server.on('connection', (socket) => {
    const send = (frame: ServerFrame) => socket.send(JSON.stringify(frame))
    socket.on('message', (data: Buffer) => {
      const frame = ClientFrame.parse(JSON.parse(data.toString()))
      if (frame.type === 'hello') send(welcome)
      if (frame.type === 'ask') answer(frame.id).forEach(send)
    })
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${z.object({ port: z.int() }).parse(server.address()).port}`
}

const welcome: ServerFrame = {
  type: 'welcome',
  seq: 0,
  conversationId: 'c',
  resumeKey: 'k',
  generation: '1',
  model: { name: 'gemma' },
  suggestions: [],
}

const ask = (text: string) => Turn.parse({ text, expect: { outcome: ['answered'] } })

const answerFrames = (id: string, text: string): ServerFrame[] => [
  { type: 'accepted', seq: 1, id, answerId: `a-${id}`, scope: { intents: ['thanks'] } },
  { type: 'withheld', seq: 2, answerId: `a-${id}`, index: 0, reason: 'no fact' },
  {
    type: 'sentence',
    seq: 3,
    answerId: `a-${id}`,
    index: 1,
    kind: 'note',
    author: 'composer',
    parts: [{ text }],
  },
  { type: 'done', seq: 4, answerId: `a-${id}`, outcome: 'answered', facts: [], suggestions: [] },
]

test('an answer is all that its frames brought', async () => {
  const conversation = await openConversation(await serve((id) => answerFrames(id, 'Gladly.')))
  onTestFinished(() => conversation.close())
  expect(conversation.model).toBe('gemma')
  expect(await conversation.ask(ask('thanks'))).toMatchObject({
    scope: { intents: ['thanks'] },
    sentences: [{ kind: 'note', parts: [{ text: 'Gladly.' }] }],
    withheld: ['no fact'],
    outcome: 'answered',
  })
})

test('a late complaint about one question is not taken for the answer to the next', async () => {
  const late = (id: string): ServerFrame => ({ type: 'error', id, code: 'internal', message: '' })
  const origin = await serve((id) => [...answerFrames(id, `Answer ${id}.`), late(id)])
  const conversation = await openConversation(origin)
  onTestFinished(() => conversation.close())
  for (const id of ['q1', 'q2', 'q3']) {
    const { outcome, sentences } = await conversation.ask(ask('thanks'))
    expect(outcome).toBe('answered')
    expect(sentences[0]?.parts[0]?.text).toBe(`Answer ${id}.`)
  }
})

test('a question that is refused is a wrong answer with what was said', async () => {
  const origin = await serve((id) => [{ type: 'error', id, code: 'busy', message: 'Wait.' }])
  const conversation = await openConversation(origin)
  onTestFinished(() => conversation.close())
  expect(await conversation.ask(ask('thanks'))).toMatchObject({
    outcome: 'error',
    error: 'busy: Wait.',
    sentences: [],
  })
})
