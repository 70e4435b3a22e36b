import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteConversationStore } from '#core/adapters/sqlite-conversation-store.ts'
import type { AnswerQuestion } from '#core/chat/answer-question.ts'
import type { ConversationStore } from '#core/ports/conversation-store.ts'
import { newFolder } from '../../testing/new-folder.ts'
import { helloOf, seqsOf } from '../fixtures/chat-client.ts'
import { createPatientCoach, echo, runChat, sentence } from '../fixtures/running-chat.fixture.ts'

/** Opens the same file again and again, as services do that follow one another. */
function storeFile(): () => ConversationStore {
  const file = join(newFolder(), 'chat.db')
  const opened: ConversationStore[] = []
  onTestFinished(async () => {
    await Promise.allSettled(opened.map((store) => store.close()))
  })
  return () => {
    const store = openSqliteConversationStore(file)
    opened.push(store)
    return store
  }
}

test('a service that stops asks all to come back and lets the answer end', async () => {
  const { coach, goOn, end } = createPatientCoach()
  const service = await runChat(coach)
  const [client, other] = [await service.greeted(), await service.greeted()]
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await client.frame('accepted')
  const stopping = service.stop(2000)
  expect((await client.frame('reconnect')).afterMs).toBeLessThan(50)
  await other.frame('reconnect')
  other.send({ type: 'ask', id: 'q1', text: 'one' })
  expect(await other.frame('error')).toMatchObject({ code: 'restarting', retryAfterMs: 2000 })
  goOn()
  await client.frame('sentence')
  end()
  expect((await client.transcript(1)).at(-1)).toMatchObject({ outcome: 'answered' })
  expect([await client.closed, await other.closed]).toEqual([
    { code: 1012, reason: 'Restarting.' },
    { code: 1012, reason: 'Restarting.' },
  ])
  await stopping
})

test('an answer that does not end in time is ended, and says so', async () => {
  const { coach, goOn } = createPatientCoach()
  const open = storeFile()
  const service = await runChat(coach, { store: open() })
  const client = await service.open()
  const welcome = await client.hello()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await client.frame('accepted')
  goOn()
  await client.frame('sentence')
  await service.stop(20)
  const seen = await client.transcript(1)
  expect(seen.at(-1)).toMatchObject({ type: 'done', seq: 3, outcome: 'stopped' })

  const next = await runChat(echo, { store: open() })
  const back = await next.open()
  await back.hello(welcome)
  expect(await back.transcript(1)).toEqual(seen)
})

test('while it stops no socket is let in', async () => {
  const { coach } = createPatientCoach()
  const service = await runChat(coach)
  const client = await service.greeted()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await client.frame('accepted')
  // The port stays open here: other services of the process may need it.
  const closing = service.chat.close(200)
  await expect(service.open()).rejects.toMatchObject({ status: 503 })
  await closing
})

test('a client that does not close is cut off', async () => {
  const service = await runChat(echo, { times: { closeMs: 50 } })
  const client = await service.greeted()
  client.socket.pause()
  await service.stop()
  expect(service.chat.connections()).toBe(0)
})

test('an answer whose process died is ended by the next one, with what was told and its facts', async () => {
  const { coach: patient, goOn } = createPatientCoach()
  const laps = {
    id: 'races/barber-r1#laps',
    label: 'Laps of the race',
    value: 28,
    unit: '',
    text: '28',
    document: { collection: 'races', id: 'barber-r1', field: 'laps' },
  }
  const coach: AnswerQuestion = async function* (question) {
    for await (const event of patient(question))
      yield event.type === 'sentence' ? { ...sentence(0, '28'), facts: [laps] } : event
  }
  const open = storeFile()
  const before = open()
  const times = { leaseMs: 300, catchUpMs: 50 }
  const service = await runChat(coach, { store: before, times })
  const client = await service.open()
  const welcome = await client.hello()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await client.frame('accepted')
  goOn()
  await client.frame('sentence')
  const told = client.frames.slice(1)

  // A process that died writes no more. What follows is all that a new one knows: the file.
  await before.close()
  const store = open()
  const next = await runChat(echo, { store, times })
  await expect.poll(() => store.unfinished('9')).toEqual([])
  const back = await next.open()
  await back.hello({ ...welcome, lastSeq: 2 })
  const [end] = await back.transcript(1)
  expect(end).toMatchObject({ type: 'done', seq: 3, outcome: 'stopped', facts: [laps] })
  const fresh = await next.open()
  await fresh.hello(welcome)
  expect(await fresh.transcript(1)).toEqual([...told, end])
  back.send({ type: 'ask', id: 'q1', text: 'one' })
  back.send({ type: 'ask', id: 'q2', text: 'two' })
  expect(seqsOf(await back.transcript(2))).toEqual([3, 4, 5, 6])
})

test('a question that was kept and never begun is ended too', async () => {
  const open = storeFile()
  const first = await runChat(echo, { store: open() })
  const { conversationId, resumeKey } = await (await first.open()).hello()
  const store = open()
  const at = new Date().toISOString()
  const question = { answerId: 'a1', questionId: 'q1', text: 'one', askedAt: at }
  await store.ask(conversationId, { ...question, expiresAt: '2999-01-01T00:00:00.000Z' })
  const next = await runChat(echo, { store })
  const back = await next.open()
  await back.hello({ conversationId, resumeKey })
  expect(await back.transcript(1)).toMatchObject([
    { type: 'accepted', seq: 1, id: 'q1', answerId: 'a1' },
    { type: 'done', seq: 2, answerId: 'a1', outcome: 'stopped' },
  ])
})

test('what another process adds comes in its place', async () => {
  const open = storeFile()
  const [one, two] = [
    await runChat(echo, { store: open() }),
    await runChat(echo, { store: open() }),
  ]
  const client = await one.open()
  const welcome = await client.hello()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await client.transcript(1)
  const elsewhere = await two.open()
  await elsewhere.hello(welcome)
  elsewhere.send({ type: 'ask', id: 'q2', text: 'two' })
  await elsewhere.transcript(2)
  client.send({ type: 'ask', id: 'q2', text: 'two' })
  client.send({ type: 'ask', id: 'q3', text: 'three' })
  const frames = await client.transcript(3)
  expect(seqsOf(frames)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(frames.slice(0, 6)).toEqual(await elsewhere.transcript(2))
})

test('what has expired is deleted now and then', async () => {
  const store = openSqliteConversationStore(':memory:')
  let at = new Date('2026-03-01T10:00:00.000Z')
  const times = { purgeMs: 20 }
  const service = await runChat(echo, { store, now: () => at, times })
  const client = await service.open()
  const welcome = await client.hello()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await client.transcript(1)
  client.socket.close()
  at = new Date('2026-05-30T09:00:00.000Z')
  await new Promise((resolve) => {
    setTimeout(resolve, 60)
  })
  expect(await store.answers(welcome.conversationId, 10)).toHaveLength(1)
  at = new Date('2026-05-30T11:00:00.000Z')
  await expect.poll(() => store.find(welcome.conversationId)).toBeUndefined()
  const back = await service.open()
  back.send(helloOf(welcome))
  expect(await back.frame('error')).toMatchObject({ code: 'unknown-conversation' })
})
