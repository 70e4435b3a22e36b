import { expect, test } from 'vitest'
import { openSqliteConversationStore } from '#core/adapters/sqlite-conversation-store.ts'
import type { AnswerQuestion } from '#core/chat/answer-question.ts'
import type { ConversationStore, TranscriptEntry } from '#core/ports/conversation-store.ts'
import { seqsOf } from '../fixtures/chat-client.ts'
import { done, runChat, sentence } from '../fixtures/running-chat.fixture.ts'

test.each<[string, AnswerQuestion]>([
  [
    'goes on talking',
    async function* () {
      yield { type: 'accepted', scope: { intents: [] } }
      for (let index = 0; ; index += 1) {
        yield sentence(index, 'and')
        await new Promise(setImmediate)
      }
    },
  ],
  [
    'hangs',
    async function* () {
      yield { type: 'accepted', scope: { intents: [] } }
      yield sentence(0, 'and')
      await new Promise(() => undefined)
    },
  ],
])('a coach that %s when it is stopped is ended all the same', async (_, coach) => {
  const service = await runChat(coach)
  const client = await service.greeted()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await client.frame('sentence')
  client.send({ type: 'stop', id: 'q1' })
  const frames = await client.transcript(1)
  expect(frames.at(-1)).toMatchObject({ type: 'done', outcome: 'stopped' })
  expect(seqsOf(frames)).toEqual(frames.map((_frame, index) => index + 1))
})

test.each<[string, AnswerQuestion]>([
  [
    'fails at once',
    async function* () {
      yield* []
      throw new Error('No.')
    },
  ],
  [
    'fails in the middle',
    async function* () {
      yield { type: 'accepted', scope: { intents: [] } }
      yield sentence(0, 'and')
      throw new Error('No.')
    },
  ],
  [
    'says nothing',
    async function* () {
      yield* []
    },
  ],
])('a coach that %s leaves a whole transcript', async (_, coach) => {
  const service = await runChat(coach)
  const client = await service.greeted()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  const frames = await client.transcript(1)
  expect(frames[0]).toMatchObject({ type: 'accepted', id: 'q1' })
  expect(frames.at(-1)).toMatchObject({ type: 'done', outcome: 'stopped' })
  client.send({ type: 'ask', id: 'q2', text: 'two' })
  await client.transcript(2)
})

test('a frame that could not be stored is told to nobody, and the answer ends there', async () => {
  const store = openSqliteConversationStore(':memory:')
  const says = (entries: readonly TranscriptEntry[], word: string) =>
    JSON.stringify(entries).includes(word)
  const failing: ConversationStore = {
    ...store,
    append: async (id, entries, writerId) => {
      if (says(entries, 'lost')) throw new Error('The disk is full.')
      return store.append(id, entries, writerId)
    },
  }
  const service = await runChat(
    async function* () {
      yield { type: 'accepted', scope: { intents: [] } }
      for (const [index, word] of ['kept', 'lost', 'after'].entries()) {
        // Each sentence is stored by itself.
        await new Promise((resolve) => {
          setTimeout(resolve, 20)
        })
        yield sentence(index, word)
      }
      yield done()
    },
    { store: failing },
  )
  const client = await service.greeted()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  const frames = await client.transcript(1)
  expect(seqsOf(frames)).toEqual([1, 2, 3])
  expect(frames[1]).toMatchObject({ type: 'sentence', parts: [{ text: 'kept' }] })
  expect(frames[2]).toMatchObject({ type: 'done', outcome: 'stopped' })
  expect(await client.frame('error')).toMatchObject({ id: 'q1', code: 'internal' })
  expect(service.logged.join('')).toContain('The disk is full.')
})

test('an answer that the service ends holds the facts that its sentences showed', async () => {
  const fact = {
    id: 'a/b#gapMs',
    label: 'Gap',
    value: 548,
    unit: 'ms',
    text: '0.548 s',
    document: null,
  }
  const service = await runChat(async function* () {
    yield { type: 'accepted', scope: { intents: [] } }
    yield { ...sentence(0, fact.text), facts: [fact] }
    throw new Error('The coach broke.')
  })
  const client = await service.greeted()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  const frames = await client.transcript(1)
  expect(frames.at(-1)).toMatchObject({ type: 'done', outcome: 'stopped', facts: [fact] })
})
