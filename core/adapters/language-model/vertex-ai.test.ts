import { expect, onTestFinished, test, vi } from 'vitest'
import { shortLimits } from './chat-fixtures.ts'
import { startMetadataServer } from './metadata-server-fixtures.ts'
import {
  answerOf,
  event,
  question,
  refuse,
  say,
  startModelServer,
  type Exchange,
} from './model-server-fixtures.ts'
import { createVertexAi } from './vertex-ai.ts'

/** The package is slow to load at first. */
const limits = { ...shortLimits, firstTokenMs: 2_000 }

const endpoint = 'projects/p1/locations/us-central1/endpoints/987'

/** The package itself, that speaks https only, with a server of ours at the other end. */
async function vertexAiThat(answer: (exchange: Exchange) => void, tries = 3) {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  await startMetadataServer()
  const server = await startModelServer(answer)
  const { host } = new URL(server.url)
  const fetchByHttps = globalThis.fetch
  globalThis.fetch = async (url, options) =>
    await fetchByHttps(new Request(url, options).url.replace('https:', 'http:'), options)
  onTestFinished(async () => {
    warn.mockRestore()
    globalThis.fetch = fetchByHttps
    await server.stop()
  })
  const options = { model: endpoint, project: 'p1', location: 'us-central1', dns: host }
  const asked = createVertexAi({ ...options, contextTokens: 8192, limits: { ...limits, tries } })
  return { model: asked, exchanges: server.exchanges }
}

const part = (text: string, finishReason?: string) =>
  event({ candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason }] })
const last = event({
  candidates: [{ content: { parts: [{ text: '' }] }, finishReason: 'STOP' }],
  usageMetadata: { promptTokenCount: 9, candidatesTokenCount: 2 },
})

test('an answer comes piece by piece, and the instructions go with the first turn', async () => {
  const { model, exchanges } = await vertexAiThat((exchange) => {
    say(exchange, part('In S2'), part(', mostly.'), last)
    exchange.response.end()
  })
  const { text, end } = await answerOf(model)
  expect(text).toBe('In S2, mostly.')
  expect(end).toEqual({ type: 'end', reason: 'stop', promptTokens: 9, outputTokens: 2 })
  expect(exchanges).toMatchObject([
    {
      path: `/v1/${endpoint}:streamGenerateContent?alt=sse`,
      headers: { authorization: 'Bearer token-1' },
      body: {
        contents: [{ role: 'user', parts: [{ text: 'Answer briefly.\n\nWhere do I lose time?' }] }],
        generationConfig: { maxOutputTokens: 64, temperature: 0 },
      },
    },
  ])
  expect(exchanges[0]?.body['systemInstruction']).toBeUndefined()
})

test('a schema goes along in the dialect of Google', async () => {
  const { model, exchanges } = await vertexAiThat((exchange) => {
    say(exchange, part('{}', 'STOP'))
    exchange.response.end()
  })
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      type: { type: 'string', enum: ['a'] },
      laps: { type: 'array', items: { type: 'integer' } },
    },
    required: ['type'],
    additionalProperties: false,
  }
  await answerOf(model, question({ schema: { name: 'pick', schema } }))
  expect(exchanges[0]?.body).toMatchObject({
    generationConfig: {
      responseMimeType: 'application/json',
      responseSchema: {
        type: 'OBJECT',
        properties: {
          type: { type: 'STRING', enum: ['a'] },
          laps: { type: 'ARRAY', items: { type: 'INTEGER' } },
        },
        required: ['type'],
      },
    },
  })
})

test('a hang is late', async () => {
  const { model, exchanges } = await vertexAiThat(() => {}, 1)
  expect((await answerOf(model)).events).toMatchObject([{ fault: { kind: 'late' } }])
  expect(exchanges).toHaveLength(1)
})

const html = '<html>Service unavailable</html>'
test.each([
  ['a page with 503', (exchange: Exchange) => refuse(exchange, 503, html), 'server', 3],
  ['a 503', (exchange: Exchange) => refuse(exchange, 503, { error: { message: 'no' } }), 'busy', 3],
  [
    'a 400 of vLLM',
    (exchange: Exchange) => refuse(exchange, 400, { object: 'error', message: 'no' }),
    'refused',
    1,
  ],
  [
    'a 400',
    (exchange: Exchange) => refuse(exchange, 400, { error: { message: 'no', code: 400 } }),
    'refused',
    1,
  ],
  [
    'a 404',
    (exchange: Exchange) => refuse(exchange, 404, { error: { message: 'no', code: 404 } }),
    'not-found',
    1,
  ],
  [
    'a 401',
    (exchange: Exchange) => refuse(exchange, 401, { error: { message: 'no', code: 401 } }),
    'unauthorized',
    2,
  ],
  ['a broken line', ({ response }: Exchange) => response.destroy(), 'unreachable', 3],
  ['a chat completion', ({ response }: Exchange) => response.end('data: [DONE]\n\n'), 'garbled', 1],
])('%s has its kind and is asked as often as it may help', async (_, answer, kind, times) => {
  const { model, exchanges } = await vertexAiThat(answer)
  expect((await answerOf(model)).events).toMatchObject([
    { type: 'end', reason: 'error', fault: { kind } },
  ])
  expect(exchanges).toHaveLength(times)
})

test.each([
  ['stalls', 'stalled', () => {}],
  ['is cut', 'cut', ({ response }: Exchange) => response.destroy()],
  ['ends without a reason', 'cut', ({ response }: Exchange) => response.end()],
  ['is filtered', 'refused', ({ response }: Exchange) => response.end(part('', 'SAFETY'))],
])('an answer that %s midway ends so', async (_, kind, next) => {
  const { model, exchanges } = await vertexAiThat((exchange) => {
    say(exchange, part('You lose '))
    setTimeout(() => next(exchange), 30)
  })
  const { text, end } = await answerOf(model)
  expect(text).toBe('You lose ')
  expect(end).toMatchObject({ reason: 'error', fault: { kind } })
  expect(exchanges).toHaveLength(1)
})

test('an abort is obeyed at once, though the package knows none', async () => {
  const caller = new AbortController()
  const { model } = await vertexAiThat((exchange) => {
    say(exchange, part('You lose '))
    setTimeout(() => caller.abort(), 30)
  })
  const { text, end } = await answerOf(model, question({ signal: caller.signal }))
  expect([text, end]).toEqual(['You lose ', { type: 'end', reason: 'aborted' }])
})
