import { expect, test } from 'vitest'
import type { Question } from '#core/chat/answer-question.ts'
import { openSqliteConversationStore } from '#core/adapters/sqlite-conversation-store.ts'
import { RaceId } from '#core/domain/ids.ts'
import { seqsOf } from '../fixtures/chat-client.ts'
import { createPatientCoach, echo, runChat } from '../fixtures/running-chat.fixture.ts'

test('a question is accepted, answered sentence by sentence, and done', async () => {
  const service = await runChat(echo)
  const client = await service.open()
  const welcome = await client.hello()
  expect(welcome).toEqual({
    type: 'welcome',
    seq: 0,
    conversationId: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
    resumeKey: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
    generation: '7',
    model: null,
    suggestions: [],
  })
  client.send({ type: 'ask', id: 'q1', text: 'where do' })
  const frames = await client.transcript(1)
  const answerId = frames.map((frame) => 'answerId' in frame && frame.answerId)[0]
  const part = { answerId, kind: 'fact', author: 'composer' }
  expect(frames).toEqual([
    { type: 'accepted', seq: 1, id: 'q1', answerId, scope: { intents: ['echo'] } },
    { type: 'sentence', seq: 2, index: 0, parts: [{ text: 'where' }], ...part },
    { type: 'sentence', seq: 3, index: 1, parts: [{ text: 'do' }], ...part },
    { type: 'done', seq: 4, answerId, outcome: 'answered', facts: [], suggestions: [] },
  ])
})

test('the coach gets the question, the screen, the scope and the questions before', async () => {
  const asked: Question[] = []
  const service = await runChat(async function* (question) {
    asked.push(question)
    yield* echo(question)
  })
  const client = await service.greeted()
  const context = { raceId: RaceId.parse('barber-r1') }
  client.send({ type: 'ask', id: 'q1', text: ' one ', context, scope: { lap: 8 } })
  await client.transcript(1)
  client.send({ type: 'ask', id: 'q2', text: 'two' })
  await client.transcript(2)
  expect(asked[0]).toMatchObject({ text: 'one', context, scope: { lap: 8 }, history: [] })
  const past = {
    text: 'one',
    context,
    scope: { intents: ['echo'] },
    outcome: 'answered',
    facts: [],
  }
  expect(asked[1]).toMatchObject({ text: 'two', history: [past] })
  expect(asked[1]).not.toHaveProperty('context')
})

test('a question that is asked again is answered once, another with its id is refused', async () => {
  const asked: string[] = []
  const service = await runChat(async function* (question) {
    asked.push(question.text)
    yield* echo(question)
  })
  const client = await service.open()
  const welcome = await client.hello()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await client.transcript(1)
  const second = await service.open()
  await second.hello(welcome)
  second.send({ type: 'ask', id: 'q1', text: 'one' })
  second.send({ type: 'ask', id: 'q1', text: 'another' })
  expect(await second.frame('error')).toMatchObject({ id: 'q1', code: 'id-taken' })
  second.send({ type: 'ask', id: 'q2', text: 'two' })
  expect(seqsOf(await second.transcript(2))).toEqual([1, 2, 3, 4, 5, 6])
  expect(asked).toEqual(['one', 'two'])
})

test('one answer at a time: another question is told to wait, from any socket', async () => {
  const { coach, end } = createPatientCoach()
  const service = await runChat(coach)
  const client = await service.open()
  const second = await service.open()
  await second.hello(await client.hello())
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await second.frame('accepted')
  second.send({ type: 'ask', id: 'q2', text: 'two' })
  expect(await second.frame('error')).toMatchObject({ id: 'q2', code: 'busy' })
  end()
  await second.transcript(1)
  second.send({ type: 'ask', id: 'q2', text: 'two' })
  await second.frame('accepted', second.frames.length)
  end()
  expect(seqsOf(await client.transcript(2))).toEqual([1, 2, 3, 4])
})

test('a stopped answer keeps what was sent and ends', async () => {
  const { coach, goOn } = createPatientCoach()
  const service = await runChat(coach)
  const client = await service.greeted()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await client.frame('accepted')
  goOn()
  await client.frame('sentence')
  client.send({ type: 'stop', id: 'q1' })
  const frames = await client.transcript(1)
  expect(frames.at(-1)).toMatchObject({ type: 'done', seq: 3, outcome: 'stopped' })
  client.send({ type: 'stop', id: 'q1' })
  client.send({ type: 'stop', id: 'q9' })
  expect(await client.frame('error')).toMatchObject({ id: 'q9', code: 'unknown-answer' })
  expect(client.frames.filter(({ type }) => type === 'error')).toHaveLength(1)
})

test('feedback is kept with its answer', async () => {
  const store = openSqliteConversationStore(':memory:')
  const service = await runChat(echo, { store })
  const client = await service.open()
  const { conversationId } = await client.hello()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await client.transcript(1)
  const { answerId } = await client.frame('accepted')
  client.send({ type: 'feedback', answerId, verdict: 'wrong', note: 'It was two.' })
  client.send({ type: 'feedback', answerId: 'other', verdict: 'helpful' })
  expect(await client.frame('error')).toMatchObject({ code: 'unknown-answer' })
  expect(await store.answer(conversationId, answerId)).toMatchObject({
    feedback: { verdict: 'wrong', note: 'It was two.' },
    record: { generation: '7' },
  })
})

test('before a season is published, hello is told to come again', async () => {
  let isPublished = false
  const greeting = { generation: '1', model: { name: 'gemma' }, suggestions: [] }
  const service = await runChat(echo, {
    greeting: () => Promise.resolve(isPublished ? greeting : undefined),
  })
  const client = await service.open()
  client.send({ type: 'hello' })
  expect(await client.frame('error')).toMatchObject({ code: 'unavailable', retryAfterMs: 5000 })
  isPublished = true
  expect(await client.hello()).toMatchObject({ generation: '1', model: { name: 'gemma' } })
})

test('words before hello, a second hello and ping are answered', async () => {
  const service = await runChat(echo)
  const client = await service.open()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  expect(await client.frame('error')).toMatchObject({ id: 'q1', code: 'hello-first' })
  await client.hello()
  client.send({ type: 'hello' })
  expect(await client.frame('error', 2)).toMatchObject({ code: 'already-greeted' })
  client.send({ type: 'ping' })
  await client.frame('pong')
  client.send({ type: 'ask', id: 'q1', text: 'one two' })
  expect(await client.transcript(1)).toHaveLength(4)
})
