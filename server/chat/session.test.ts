import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { openSqliteConversationStore } from '#core/adapters/sqlite-conversation-store.ts'
import type { ServerFrame } from '#core/protocol/chat/frames.ts'
import { echo } from '../fixtures/running-chat.fixture.ts'
import { createLog } from '../log.ts'
import { createConversations } from './conversations.ts'
import type { LiveConversation } from './live-conversation.ts'
import { createId } from './resume-key.ts'
import { createSession, type Greeting } from './session.ts'

const greeting: Greeting = { generation: '7', model: null, suggestions: [] }

function createTestSession(greet: () => Promise<Greeting>) {
  const sent: ServerFrame[] = []
  const letGo: LiveConversation[] = []
  const conversations = createConversations({
    store: openSqliteConversationStore(':memory:'),
    answerQuestion: echo,
    log: createLog({ write: () => undefined }),
    now: () => new Date(),
    random: randomBytes,
    createId: () => createId(randomBytes),
    keptMs: 1000,
    emptyKeptMs: 1000,
    stopMs: 10,
    writerId: 'this process',
    leaseMs: 1000,
    followMs: 10,
  })
  const session = createSession({
    conversations: { ...conversations, letGo: (live) => void letGo.push(live) },
    greeting: greet,
    now: () => new Date(),
    outbox: { send: (frame) => void sent.push(frame), isFull: () => false },
    mayAsk: () => Promise.resolve(),
    failed: (error) => {
      throw error
    },
  })
  return { session, sent, letGo }
}

test('a socket that closes while it says hello holds nothing', async () => {
  const gate = Promise.withResolvers<Greeting>()
  const { session, sent, letGo } = createTestSession(() => gate.promise)
  const saying = session.handle({ type: 'hello' })
  session.leave()
  gate.resolve(greeting)
  await saying
  expect(sent).toEqual([])
  expect(letGo).toHaveLength(1)
})

test('a socket that closes lets its conversation go', async () => {
  const { session, sent, letGo } = createTestSession(() => Promise.resolve(greeting))
  await session.handle({ type: 'hello' })
  expect(letGo).toEqual([])
  session.leave()
  const [welcome] = sent
  const id = welcome?.type === 'welcome' ? welcome.conversationId : undefined
  expect(letGo.map((live) => live.id)).toEqual([id])
})
