// @vitest-environment node
import { expect, test } from 'vitest'
import {
  createPatientCoach,
  echo,
  noLimits,
  runChat,
} from '../../../server/fixtures/running-chat.fixture.ts'
import { wayTo, open, until, greeted, sentences, said, answered } from './conversation-fixture.ts'

test('a question is asked and answered', async () => {
  const { url } = await runChat(echo)
  const conversation = open(url)
  await greeted(conversation)
  conversation.ask({ text: 'slow in two' })
  await answered(conversation)
  expect(sentences(conversation)).toEqual(['slow', 'in', 'two'])
})

test('what is asked before the connection stands is asked when it does', async () => {
  const { url } = await runChat(echo)
  const conversation = open(url)
  conversation.ask({ text: 'early' })
  await answered(conversation)
  expect(sentences(conversation)).toEqual(['early'])
})

test('a connection lost in the middle of an answer loses and doubles nothing', async () => {
  const { coach, goOn, end, started } = createPatientCoach()
  const service = await runChat(coach)
  const way = await wayTo(service.url)
  const conversation = open(way.url)
  conversation.ask({ text: 'why?' })
  await until(conversation, ({ turns }) => turns[0]?.answer !== undefined)
  goOn()
  await said(conversation, 1)
  way.close()
  await until(conversation, ({ link }) => link === 'lost')
  goOn()
  way.open()
  await said(conversation, 2)
  end()
  await answered(conversation)
  expect(sentences(conversation)).toEqual(['Sentence 0.', 'Sentence 1.'])
  expect(started()).toBe(1)
})

test('what is asked without a connection is asked once, when it is back', async () => {
  const { url } = await runChat(echo)
  const way = await wayTo(url)
  const conversation = open(way.url)
  await greeted(conversation)
  way.close()
  await until(conversation, ({ link }) => link === 'lost')
  conversation.ask({ text: 'late' })
  way.open()
  await answered(conversation)
  expect([sentences(conversation), conversation.shown().turns.length]).toEqual([['late'], 1])
})

test('a stopped answer keeps what was said', async () => {
  const { coach, goOn } = createPatientCoach()
  const { url } = await runChat(coach)
  const conversation = open(url)
  conversation.ask({ text: 'why?' })
  await until(conversation, ({ turns }) => turns[0]?.answer !== undefined)
  goOn()
  await said(conversation, 1)
  conversation.stop(conversation.shown().turns[0]?.id ?? '')
  await answered(conversation)
  expect(conversation.shown().turns[0]?.answer?.end?.outcome).toBe('stopped')
  expect(sentences(conversation)).toEqual(['Sentence 0.'])
})

test('a service that asks for it is left and come back to', async () => {
  const { url } = await runChat(echo, { times: { longestMs: 60, heartbeatMs: 30, reconnectMs: 5 } })
  const conversation = open(url)
  await greeted(conversation)
  await until(conversation, ({ link }) => link === 'lost')
  await greeted(conversation)
  conversation.ask({ text: 'still here' })
  await answered(conversation)
  expect(sentences(conversation)).toEqual(['still', 'here'])
})

test('a connection that nobody uses sleeps until a question is asked', async () => {
  const { url } = await runChat(echo, { times: { idleMs: 500, heartbeatMs: 50 } })
  const conversation = open(url)
  await greeted(conversation)
  await until(conversation, ({ link }) => link === 'asleep')
  conversation.ask({ text: 'awake' })
  await answered(conversation)
  expect(sentences(conversation)).toEqual(['awake'])
})

test('a season that is not published yet is told, and waited for', async () => {
  let isPublished = false
  const greeting = () =>
    Promise.resolve(isPublished ? { generation: '7', model: null, suggestions: [] } : undefined)
  const { url } = await runChat(echo, { greeting })
  const conversation = open(url)
  await until(conversation, ({ notice }) => notice?.code === 'unavailable')
  isPublished = true
  conversation.wake()
  await greeted(conversation)
  expect(conversation.shown().notice).toBeUndefined()
})

test('a refused question says why, and is answered when it is asked once more', async () => {
  const limits = { ...noLimits, questionsPerMinute: 120, questionsBurst: 1 }
  const { url } = await runChat(echo, { limits })
  const conversation = open(url)
  conversation.ask({ text: 'one' })
  conversation.ask({ text: 'two' })
  await until(conversation, ({ turns }) => turns[1]?.refusal !== undefined)
  const { refusal, asked } = conversation.shown().turns[1] ?? {}
  expect(['busy', 'too-many-questions']).toContain(refusal?.code)
  await new Promise((resolve) => {
    setTimeout(resolve, 600)
  })
  if (asked !== undefined) conversation.askOnceMore(asked)
  await answered(conversation, 1)
  expect([sentences(conversation, 1), conversation.shown().turns.length]).toEqual([['two'], 2])
})
