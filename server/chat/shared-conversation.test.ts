import { expect, test } from 'vitest'
import { openSqliteConversationStore } from '#core/adapters/sqlite-conversation-store.ts'
import { helloOf, seqsOf } from '../fixtures/chat-client.ts'
import { createPatientCoach, done, echo, runChat } from '../fixtures/running-chat.fixture.ts'

test('two sockets of a conversation see the same frames, a third one catches up', async () => {
  const { coach, goOn, end } = createPatientCoach()
  const service = await runChat(coach)
  const [phone, laptop] = [await service.open(), await service.open()]
  const welcome = await phone.hello()
  await laptop.hello(welcome)
  phone.send({ type: 'ask', id: 'q1', text: 'one' })
  await laptop.frame('accepted')
  goOn()
  await laptop.frame('sentence')
  const late = await service.open()
  expect((await late.hello(welcome)).seq).toBe(2)
  end()
  const frames = await phone.transcript(1)
  expect(seqsOf(frames)).toEqual([1, 2, 3])
  expect(await laptop.transcript(1)).toEqual(frames)
  expect(await late.transcript(1)).toEqual(frames)
})

test('the answer goes on while the driver is gone; lastSeq brings the rest', async () => {
  const { coach, goOn, end } = createPatientCoach()
  const service = await runChat(coach)
  const client = await service.open()
  const welcome = await client.hello()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await client.frame('accepted')
  client.socket.terminate()
  await client.closed
  goOn()
  await new Promise(setImmediate)
  end()
  await expect.poll(() => service.logged.join('')).toContain('answer ended')
  const back = await service.open()
  expect(await back.hello({ ...welcome, lastSeq: 1 })).toEqual({ ...welcome, seq: 3 })
  expect(seqsOf(await back.transcript(1))).toEqual([2, 3])
})

test('who waits for the model is told the place, also on a socket that comes later', async () => {
  const gate = Promise.withResolvers<void>()
  const service = await runChat(async function* () {
    yield { type: 'accepted', scope: { intents: [] } }
    yield { type: 'queued', place: 2 }
    await gate.promise
    yield done()
  })
  const client = await service.open()
  const welcome = await client.hello()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  const { answerId } = await client.frame('accepted')
  expect(await client.frame('queued')).toEqual({ type: 'queued', answerId, place: 2 })
  const late = await service.open()
  await late.hello(welcome)
  expect(await late.frame('queued')).toMatchObject({ place: 2 })
  gate.resolve()
  await late.transcript(1)
  const after = await service.open()
  await after.hello(welcome)
  await after.transcript(1)
  expect(after.frames.some(({ type }) => type === 'queued')).toBe(false)
})

test('a correction comes into the conversation, now and when its driver is back', async () => {
  const service = await runChat(echo)
  const client = await service.open()
  const welcome = await client.hello()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await client.transcript(1)
  const { answerId } = await client.frame('accepted')
  const at = '2026-03-01T10:00:00.000Z'
  const review = { answerId, coach: 'Coach 1', at, wrong: [], parts: [{ text: 'Two.' }] }
  await service.chat.deliverCorrection(welcome.conversationId, review)
  expect(await client.frame('correction')).toEqual({ type: 'correction', seq: 4, ...review })
  client.socket.close()
  await client.closed
  await service.chat.deliverCorrection(welcome.conversationId, review)
  const back = await service.open()
  await back.hello({ ...welcome, lastSeq: 4 })
  expect((await back.frame('correction')).seq).toBe(5)
  const stranger = { ...review, answerId: 'other' }
  const delivering = service.chat.deliverCorrection(welcome.conversationId, stranger)
  await expect(delivering).rejects.toMatchObject({ code: 'unknown-answer' })
  const nowhere = service.chat.deliverCorrection('nowhere', review)
  await expect(nowhere).rejects.toMatchObject({ name: 'ConversationGone' })
})

test('forgotten by one socket, a conversation is gone for all, its answer too', async () => {
  const store = openSqliteConversationStore(':memory:')
  const { coach } = createPatientCoach()
  const service = await runChat(coach, { store })
  const [client, second] = [await service.open(), await service.open()]
  const welcome = await client.hello()
  await second.hello(welcome)
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await client.frame('accepted')
  second.send({ type: 'forget' })
  await client.frame('forgotten')
  await second.frame('forgotten')
  expect(await store.find(welcome.conversationId)).toBeUndefined()
  second.send(helloOf(welcome))
  await second.frame('error')
  expect(client.frames.some(({ type }) => type === 'done')).toBe(false)
  expect((await client.hello()).conversationId).not.toBe(welcome.conversationId)
  const again = await service.open()
  again.send(helloOf(welcome))
  expect(await again.frame('error')).toMatchObject({ code: 'unknown-conversation' })
})

test('a wrong key and an unknown conversation are told alike; a new one can be begun', async () => {
  const service = await runChat(echo)
  const owner = await service.open()
  const { conversationId, resumeKey } = await owner.hello()
  const client = await service.open()
  const wrongKey = `${resumeKey.slice(0, -1)}${resumeKey.endsWith('A') ? 'B' : 'A'}`
  client.send({ type: 'hello', conversationId, resumeKey: wrongKey })
  const error = await client.frame('error')
  expect(error).toMatchObject({ code: 'unknown-conversation' })
  client.send({ type: 'hello', conversationId: 'unknown', resumeKey })
  expect(await client.frame('error', 1)).toEqual(error)
  expect((await client.hello()).conversationId).not.toBe(conversationId)
})
