import { expect, test } from 'vitest'
import { fault, modelThat } from './chat-fixtures.ts'
import {
  answerOf,
  chunk,
  done,
  event,
  finish,
  refuse,
  say,
  sayAll,
  type Exchange,
} from './model-server-fixtures.ts'

test.each([
  ['a stop', 503, 'busy'],
  ['a fault', 500, 'server'],
  ['a page of a proxy', 502, 'server'],
  ['a limit', 429, 'busy'],
])('%s is tried again, and forgotten when it passes', async (_, status, kind) => {
  const page = '<html>The server encountered a temporary error</html>'
  const { model, exchanges } = await modelThat((exchange, index) => {
    if (index === 0) refuse(exchange, status, page)
    else sayAll(exchange, 'Yes.')
  })
  expect((await answerOf(model)).text).toBe('Yes.')
  expect(exchanges).toHaveLength(2)

  const second = await modelThat((exchange) => refuse(exchange, status, page))
  expect((await answerOf(second.model)).events).toEqual([fault(kind, `HTTP ${status}`)])
  expect(second.exchanges).toHaveLength(3)
})

test.each([
  [400, { error: { message: 'your question was: secret' } }, 'refused', 'HTTP 400'],
  [400, { object: 'error', message: 'your question was: secret' }, 'refused', 'HTTP 400'],
  [
    403,
    [{ error: { message: 'Permission denied', code: 403 } }],
    'unauthorized',
    'HTTP 403: Permission denied',
  ],
  [
    404,
    { error: { message: 'model "gemma" not found' } },
    'not-found',
    'HTTP 404: model "gemma" not found',
  ],
  [404, '<html>404</html>', 'not-found', 'HTTP 404'],
])('%i %j is not tried again', async (status, body, kind, detail) => {
  const { model, exchanges } = await modelThat((exchange) => refuse(exchange, status, body))
  expect((await answerOf(model)).events).toEqual([fault(kind, detail)])
  expect(exchanges).toHaveLength(1)
})

test('who is told when to come back comes back then, and not before', async () => {
  const { model } = await modelThat((exchange, index) => {
    if (index === 0) refuse(exchange, 429, {}, { 'retry-after': '1' })
    else sayAll(exchange, 'Yes.')
  })
  const start = performance.now()
  expect((await answerOf(model)).text).toBe('Yes.')
  expect(performance.now() - start).toBeGreaterThan(950)
})

test('who is told to come back in a minute does not wait for it', async () => {
  const { model, exchanges } = await modelThat((exchange) => {
    refuse(exchange, 503, {}, { 'retry-after': '60' })
  })
  expect((await answerOf(model)).events).toEqual([fault('busy', 'HTTP 503')])
  expect(exchanges).toHaveLength(1)
})

test.each([
  ['stalls', 'stalled', () => {}],
  ['is cut', 'cut', ({ response }: Exchange) => response.destroy()],
  ['ends without a reason', 'cut', ({ response }: Exchange) => response.end(done)],
  ['is filtered', 'refused', ({ response }: Exchange) => response.end(finish('content_filter'))],
  ['is given up by the server', 'cut', ({ response }: Exchange) => response.end(finish('abort'))],
  ['turns into garbage', 'garbled', ({ response }: Exchange) => response.end('data: {"choi\n\n')],
  ['turns into something else', 'garbled', ({ response }: Exchange) => response.end('data: 7\n\n')],
  [
    'tells a fault',
    'server',
    ({ response }: Exchange) => response.end(event({ error: { code: 500, message: 'CUDA' } })),
  ],
  [
    'tells a fault as old vLLM does',
    'refused',
    ({ response }: Exchange) => response.end(event({ object: 'error', message: 'no', code: 400 })),
  ],
])('an answer that %s midway ends so, and is not tried again', async (_, kind, next) => {
  const { model, exchanges } = await modelThat((exchange) => {
    say(exchange, chunk('You lose '))
    setTimeout(() => next(exchange), 30)
  })
  const { text, end } = await answerOf(model)
  expect([text, end]).toEqual(['You lose ', fault(kind)])
  expect(exchanges).toHaveLength(1)
})

test.each([
  ['that breaks before the first word', ({ response }: Exchange) => response.destroy()],
  [
    'that tells a fault before the first word',
    (exchange: Exchange) => {
      say(exchange, event({ error: { message: 'engine restarts', code: 503 } }))
      exchange.response.end()
    },
  ],
])('a stream %s is tried again', async (_, first) => {
  const { model, exchanges } = await modelThat((exchange, index) => {
    if (index === 0) first(exchange)
    else sayAll(exchange, 'Yes.')
  })
  expect((await answerOf(model)).text).toBe('Yes.')
  expect(exchanges).toHaveLength(2)
})

test.each([
  ['a page', '<html>Please sign in</html>'],
  ['an event without end', `data: ${'x'.repeat(1_100_000)}`],
])('%s in place of a stream is garbled', async (_, said) => {
  const { model } = await modelThat((exchange) => {
    say(exchange, said)
    exchange.response.end()
  })
  expect((await answerOf(model)).events).toEqual([fault('garbled')])
})

test('a redirect is not followed: it would carry the key along', async () => {
  const { model, exchanges } = await modelThat((exchange) => {
    refuse(exchange, 307, {}, { location: '/elsewhere' })
  })
  expect((await answerOf(model)).end).toMatchObject(fault('unreachable'))
  expect(new Set(exchanges.map(({ path }) => path))).toEqual(new Set(['/v1/chat/completions']))
})

test('nobody at home is unreachable', async () => {
  const { model, server } = await modelThat(() => {})
  await server.stop()
  expect((await answerOf(model)).events).toEqual([fault('unreachable', 'ECONNREFUSED')])
})
