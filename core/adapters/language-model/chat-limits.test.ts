import { expect, test } from 'vitest'
import { fault, modelThat, shortLimits } from './chat-fixtures.ts'
import {
  answerOf,
  chunk,
  done,
  event,
  finish,
  question,
  refuse,
  say,
  sayAll,
  textOf,
  usage,
  type Exchange,
} from './model-server-fixtures.ts'

/** Where a wait that should not be is seen, on a busy machine too. */
const patientLimits = {
  ...shortLimits,
  firstTokenMs: 20_000,
  idleMs: 20_000,
  totalMs: 30_000,
  longestWaitMs: 20_000,
}
const soonMs = 5_000

test('endless text is cut off, and the socket closed', async () => {
  const { model, exchanges } = await modelThat(async (exchange) => {
    while (!exchange.response.destroyed) {
      say(exchange, chunk('and on and on '.repeat(10)))
      await new Promise((resolve) => setImmediate(resolve))
    }
  })
  const { text, end } = await answerOf(model, question({ maxTokens: 20 }))
  expect(end).toEqual({ type: 'end', reason: 'length' })
  expect(text.length).toBeLessThan(20 * 16 + 200)
  await exchanges[0]?.left
})

test('a server that hangs is tried three times and left each time', async () => {
  const { model, exchanges } = await modelThat(() => {})
  expect((await answerOf(model)).events).toEqual([fault('late', 'no token in 300 ms')])
  expect(exchanges).toHaveLength(3)
  await Promise.all(exchanges.map(({ left }) => left))
})

test('a server that only keeps the line warm is late too', async () => {
  const { model } = await modelThat(
    (exchange) => {
      const role = event({ choices: [{ delta: { role: 'assistant' }, finish_reason: null }] })
      say(exchange, role)
      const timer = setInterval(() => say(exchange, ': still here\n\n', role), 50)
      exchange.response.on('close', () => clearInterval(timer))
    },
    { limits: { ...shortLimits, tries: 1 } },
  )
  expect((await answerOf(model)).events).toEqual([fault('late')])
})

test('a slow answer ends when its time is over', async () => {
  const { model, exchanges } = await modelThat(
    (exchange) => {
      const timer = setInterval(() => say(exchange, chunk('so ')), 50)
      exchange.response.on('close', () => clearInterval(timer))
    },
    { limits: { ...shortLimits, totalMs: 400 } },
  )
  expect((await answerOf(model)).end).toEqual(fault('overtime', 'not done in 400 ms'))
  await exchanges[0]?.left
})

test('a slow answer is read to its end while it goes on', async () => {
  const { model } = await modelThat((exchange) => {
    const words = ['You ', 'lose ', 'it ', 'in ', 'S2.']
    const timer = setInterval(() => {
      const word = words.shift()
      if (word !== undefined) return say(exchange, chunk(word))
      clearInterval(timer)
      exchange.response.end(finish() + done)
    }, 120)
  })
  expect((await answerOf(model)).text).toBe('You lose it in S2.')
})

test('a consumer that takes its time is not taken for a silent server', async () => {
  const { model } = await modelThat((exchange) => {
    say(exchange, chunk('one '))
    setTimeout(() => sayAll(exchange, 'two'), 100)
  })
  const events = []
  for await (const one of model.stream(question())) {
    events.push(one)
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
  expect(textOf(events)).toBe('one two')
})

test('a consumer that stops early closes the socket', async () => {
  const { model, exchanges } = await modelThat((exchange) => say(exchange, chunk('You ')))
  for await (const one of model.stream(question())) {
    expect(one).toEqual({ type: 'text', text: 'You ' })
    break
  }
  await exchanges[0]?.left
})

test.each([
  ['before the first word', () => {}],
  ['midway', (exchange: Exchange) => say(exchange, chunk('You '))],
  ['between two tries', (exchange: Exchange) => refuse(exchange, 503, {}, { 'retry-after': '10' })],
])('an abort %s reaches the socket, and nothing is tried again', async (_, answer) => {
  const caller = new AbortController()
  const { model, exchanges } = await modelThat(
    (exchange) => {
      answer(exchange)
      setTimeout(() => caller.abort(), 50)
    },
    { limits: patientLimits },
  )
  const start = performance.now()
  const { end } = await answerOf(model, question({ signal: caller.signal }))
  expect(end).toEqual({ type: 'end', reason: 'aborted' })
  expect(performance.now() - start).toBeLessThan(soonMs)
  if (exchanges[0]?.response.writableFinished === false) await exchanges[0].left
  expect(exchanges).toHaveLength(1)
})

test('what was aborted before it began asks nobody', async () => {
  const { model, exchanges } = await modelThat((exchange) => sayAll(exchange, 'Yes.'))
  const { events } = await answerOf(model, question({ signal: AbortSignal.abort() }))
  expect(events).toEqual([{ type: 'end', reason: 'aborted' }])
  expect(exchanges).toHaveLength(0)
})

test('one connection serves answer after answer', async () => {
  const { model, exchanges } = await modelThat((exchange) => {
    say(exchange, chunk('Yes.'), finish(), usage(3, 1), done)
    setTimeout(() => exchange.response.end(), 10)
  })
  for (let times = 0; times < 3; times++) {
    await answerOf(model)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const sockets = exchanges.map(({ port }) => port)
  expect(new Set(sockets).size).toBe(1)
})

test('a server that keeps the line open after [DONE] keeps nobody waiting', async () => {
  const { model } = await modelThat(
    (exchange) => say(exchange, chunk('Yes.'), finish(), usage(3, 1), done),
    { limits: patientLimits },
  )
  const start = performance.now()
  expect((await answerOf(model)).end).toMatchObject({ reason: 'stop', outputTokens: 1 })
  expect(performance.now() - start).toBeLessThan(soonMs)
})
