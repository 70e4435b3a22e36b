import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { AnswerQuestion } from '#core/chat/answer-question.ts'
import { seqsOf } from '../fixtures/chat-client.ts'
import {
  createPatientCoach,
  done,
  echo,
  runChat,
  sentence,
} from '../fixtures/running-chat.fixture.ts'

test('a peer that answers no ping is cut off, one that does stays', async () => {
  const service = await runChat(echo, { times: { heartbeatMs: 40 } })
  const [silent, alive] = [await service.greeted({ autoPong: false }), await service.greeted()]
  expect(await silent.closed).toMatchObject({ code: 1006 })
  await sleep(100)
  expect(alive.socket.readyState).toBe(alive.socket.OPEN)
})

test('who asks nothing for long is let go, pings or not', async () => {
  const service = await runChat(echo, { times: { heartbeatMs: 20, idleMs: 100 } })
  const client = await service.greeted()
  const pinging = setInterval(() => client.send({ type: 'ping' }), 10)
  expect(await client.closed).toMatchObject({ code: 4000 })
  clearInterval(pinging)
})

test('who is being answered is not idle', async () => {
  const { coach, end } = createPatientCoach()
  const service = await runChat(coach, { times: { heartbeatMs: 20, idleMs: 60 } })
  const client = await service.greeted()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await client.frame('accepted')
  await sleep(200)
  expect(client.socket.readyState).toBe(client.socket.OPEN)
  end()
  await client.transcript(1)
  expect(await client.closed).toMatchObject({ code: 4000 })
})

test('an old socket is asked to come back, and its answer goes on', async () => {
  const { coach, end } = createPatientCoach()
  const service = await runChat(coach, { times: { heartbeatMs: 20, longestMs: 100 } })
  const client = await service.open()
  const welcome = await client.hello()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  expect((await client.frame('reconnect')).afterMs).toBeLessThan(50)
  expect(await client.closed).toMatchObject({ code: 4001 })
  const back = await service.open()
  await back.hello({ ...welcome, lastSeq: 1 })
  end()
  expect(seqsOf(await back.transcript(1))).toEqual([2])
})

test('a socket that never says hello is closed', async () => {
  const service = await runChat(echo, { times: { helloMs: 30 } })
  const client = await service.open()
  expect(await client.closed).toMatchObject({ code: 1008 })
})

/** 20 MB. */
const long: AnswerQuestion = async function* () {
  yield { type: 'accepted', scope: { intents: [] } }
  for (let index = 0; index < 400; index += 1) yield sentence(index, 'x'.repeat(50_000))
  yield done()
}
const allOfIt = Array.from({ length: 402 }, (_, index) => index + 1)

test('a reader that stops is cut off, others and the answer are not held up', async () => {
  const service = await runChat(long, { times: { stuckMs: 100 } })
  const [slow, quick] = [await service.open(), await service.open()]
  const welcome = await slow.hello()
  await quick.hello(welcome)
  slow.socket.pause()
  quick.send({ type: 'ask', id: 'q1', text: 'one' })
  expect(seqsOf(await quick.transcript(1))).toEqual(allOfIt)
  await expect.poll(() => service.chat.connections()).toBe(1)
  const back = await service.open()
  const lastSeq = Math.max(0, ...seqsOf(slow.frames))
  await back.hello({ ...welcome, lastSeq })
  expect(seqsOf(await back.transcript(1))).toEqual(allOfIt.slice(lastSeq))
})

test('a reader that is slow gets all of it, in order', async () => {
  const service = await runChat(long, { times: { stuckMs: 1000 } })
  const client = await service.greeted()
  client.socket.pause()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await expect.poll(() => service.logged.join('')).toContain('answer ended')
  await sleep(100)
  client.socket.resume()
  expect(seqsOf(await client.transcript(1))).toEqual(allOfIt)
})
