import { expect, test } from 'vitest'
import type { AnswerQuestion } from '#core/chat/answer-question.ts'
import { seqsOf } from '../fixtures/chat-client.ts'
import { runChat, sentence } from '../fixtures/running-chat.fixture.ts'

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
