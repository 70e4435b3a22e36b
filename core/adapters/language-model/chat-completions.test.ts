import { expect, test } from 'vitest'
import { fault, modelThat, shortLimits } from './chat-fixtures.ts'
import {
  answerOf,
  chunk,
  done,
  finish,
  question,
  refuse,
  say,
  sayAll,
  sayInPackets,
  usage,
} from './model-server-fixtures.ts'

test('an answer comes piece by piece, then why it ended and what it cost', async () => {
  const { model, exchanges } = await modelThat((exchange) => sayAll(exchange, 'In S2', ', mostly.'))
  const { events } = await answerOf(model)
  expect(events).toEqual([
    { type: 'text', text: 'In S2' },
    { type: 'text', text: ', mostly.' },
    { type: 'end', reason: 'stop', promptTokens: 12, outputTokens: 2 },
  ])
  expect(exchanges).toMatchObject([
    {
      path: '/v1/chat/completions',
      body: {
        model: 'gemma-3-4b-it',
        messages: [{ role: 'user', content: 'Answer briefly.\n\nWhere do I lose time?' }],
        max_tokens: 64,
        stream: true,
        stream_options: { include_usage: true },
      },
    },
  ])
})

test('a JSON schema goes along as response_format', async () => {
  const { model, exchanges } = await modelThat((exchange) => sayAll(exchange, '{}'))
  const schema = { name: 'pick', schema: { type: 'object' } }
  await answerOf(model, question({ schema }))
  expect(exchanges[0]?.body['response_format']).toEqual({
    type: 'json_schema',
    json_schema: { name: 'pick', schema: { type: 'object' }, strict: true },
  })
})

test.each([1, 7, 64])('packets of %i bytes change nothing', async (size) => {
  const texts = ['Zürich – ', '0,548 s ', '🏁 ', 'später']
  const stream = [': keep-alive', '', ...texts.map((text) => chunk(text).trimEnd() + '\n')]
    .concat(finish(), usage(9, 4), done)
    .join('\n')
    .replaceAll('\n', '\r\n')
  const { model } = await modelThat((exchange) => sayInPackets(exchange, stream, size), {
    limits: { ...shortLimits, firstTokenMs: 5_000, idleMs: 2_000 },
  })
  const { text, end } = await answerOf(model)
  expect(text).toBe(texts.join(''))
  expect(end).toEqual({ type: 'end', reason: 'stop', promptTokens: 9, outputTokens: 4 })
})

test.each([
  ['without [DONE]', [chunk('Yes.'), finish()]],
  ['without the last empty line', [chunk('Yes.'), finish().trimEnd()]],
  ['with a cut after the reason', [chunk('Yes.'), finish(), 'data: {"choi']],
])('an answer with a reason is whole %s', async (_, pieces) => {
  const { model } = await modelThat((exchange) => {
    say(exchange, ...pieces)
    exchange.response.end()
  })
  const { text, end } = await answerOf(model)
  expect([text, end]).toEqual(['Yes.', { type: 'end', reason: 'stop' }])
})

test('an answer with a reason is whole though the line stays open', async () => {
  const { model } = await modelThat((exchange) => say(exchange, chunk('Yes.'), finish()))
  expect((await answerOf(model)).end).toEqual({ type: 'end', reason: 'stop' })
})

test('an answer that is longer than allowed says so', async () => {
  const { model } = await modelThat((exchange) => {
    say(exchange, chunk('In S'), finish('length'), done)
    exchange.response.end()
  })
  expect((await answerOf(model)).end).toEqual({ type: 'end', reason: 'length' })
})

test('bytes that are no text are seen as such, and break nothing', async () => {
  const [before = '', after = ''] = chunk('0.5|48').split('|')
  const { model } = await modelThat((exchange) => {
    say(exchange, before, Uint8Array.of(0xff, 0xc3), after, finish(), done)
    exchange.response.end()
  })
  expect((await answerOf(model)).text).toBe('0.5\uFFFD\uFFFD48')
})

test('a key that is not taken is got anew, once', async () => {
  const credentials = async (isRefused: boolean) => ({ authorization: isRefused ? 'new' : 'old' })
  const { model, exchanges } = await modelThat(
    (exchange) => {
      if (exchange.headers.authorization === 'new') sayAll(exchange, 'Yes.')
      else refuse(exchange, 401, {})
    },
    { credentials },
  )
  expect((await answerOf(model)).text).toBe('Yes.')
  expect(exchanges.map(({ headers }) => headers.authorization)).toEqual(['old', 'new'])

  const second = await modelThat((exchange) => refuse(exchange, 401, {}), { credentials })
  expect((await answerOf(second.model)).events).toEqual([fault('unauthorized')])
  expect(second.exchanges).toHaveLength(2)
})

const pairs = (count: number) =>
  Array.from({ length: count }, (_, index) => [
    { role: 'user', text: `question ${index}` } as const,
    { role: 'model', text: `answer ${index}` } as const,
  ]).flat()

test.each([
  "This model's maximum context length is 8192 tokens. However, you requested 9000.",
  'the request exceeds the available context size, try increasing it',
])('a prompt that is too long is asked with half its history: %s', async (message) => {
  const { model, exchanges } = await modelThat((exchange) => {
    if (exchange.body.messages.length > 5) refuse(exchange, 400, { error: { message } })
    else sayAll(exchange, 'Yes.')
  })
  const turns = [...pairs(4), { role: 'user', text: 'And now?' } as const]
  expect((await answerOf(model, question({ turns }))).text).toBe('Yes.')
  expect(exchanges[1]?.body.messages.map(({ content }) => content)).toEqual([
    'Answer briefly.\n\nquestion 2',
    'answer 2',
    'question 3',
    'answer 3',
    'And now?',
  ])
})

test('a prompt that is too long even then is given up', async () => {
  const message = 'maximum context length'
  const { model, exchanges } = await modelThat((exchange) => {
    refuse(exchange, 400, { error: { message } })
  })
  const turns = [...pairs(4), { role: 'user', text: 'And now?' } as const]
  expect((await answerOf(model, question({ turns }))).events).toEqual([fault('too-long')])
  expect(exchanges).toHaveLength(2)
})
