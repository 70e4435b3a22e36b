import { expect, test } from 'vitest'
import { echo, noLimits, runChat } from '../fixtures/running-chat.fixture.ts'

const ask = (text: string, id = 'q1') => JSON.stringify({ type: 'ask', id, text })

test.each([
  ['no JSON', '{', 'This is not JSON.'],
  ['a word', '"hello"', 'Invalid input'],
  ['an unknown type', '{"type":"cancel"}', 'type: '],
  ['a key that no frame has', '{"type":"ping","more":1}', 'more'],
  ['a key of all objects', '{"type":"ping","__proto__":{"a":1}}', '__proto__'],
  ['a question without words', ask('  '), 'text: '],
  ['an id that is none', ask('one', 'ä'), 'id: '],
  ['a race that is none', '{"type":"ask","id":"q1","text":"a","context":{"raceId":"x"}}', 'raceId'],
  ['half a key', '{"type":"hello","conversationId":"c1"}', 'belong together'],
])('%s is answered with what is wrong, and the socket stays open', async (_, text, words) => {
  const service = await runChat(echo)
  const client = await service.open()
  client.sendText(text)
  const error = await client.frame('error')
  expect(error).toMatchObject({ code: 'bad-frame', message: expect.stringContaining(words) })
  await client.hello()
})

test('the third frame that cannot be read is the last one', async () => {
  const service = await runChat(echo)
  const client = await service.greeted()
  for (const text of ['{', '[]', 'null']) client.sendText(text)
  expect(await client.closed).toMatchObject({ code: 1008 })
  expect(client.frames.filter(({ type }) => type === 'error')).toHaveLength(3)
})

test('a question of 2,000 characters is answered, a longer one refused, however often', async () => {
  const service = await runChat(echo)
  const client = await service.greeted()
  client.sendText(ask('x'.repeat(2000)))
  await client.transcript(1)
  for (const id of ['q2', 'q3', 'q4', 'q5']) client.sendText(ask('x'.repeat(2001), id))
  expect(await client.frame('error')).toEqual({
    type: 'error',
    id: 'q2',
    code: 'question-too-long',
    message: 'A question has at most 2,000 characters, this one has 2,001.',
  })
  client.send({ type: 'ping' })
  await client.frame('pong')
})

test('a frame over 16 KiB is refused with words and 1009', async () => {
  const service = await runChat(echo)
  const client = await service.greeted()
  client.sendText(`"${'x'.repeat(17_000)}"`)
  expect(await client.frame('error')).toMatchObject({ code: 'frame-too-large' })
  expect(await client.closed).toMatchObject({ code: 1009 })
})

test('a much larger frame is not even read', async () => {
  const service = await runChat(echo)
  const client = await service.greeted()
  client.sendText(`"${'x'.repeat(1_000_000)}"`)
  expect(await client.closed).toMatchObject({ code: 1009 })
  expect(client.frames.some(({ type }) => type === 'error')).toBe(false)
})

test('a frame in 10,000 fragments is cut off', async () => {
  const service = await runChat(echo)
  const client = await service.greeted()
  for (let part = 0; part < 10_000; part += 1) client.socket.send('x', { fin: false })
  expect((await client.closed).code).toBeGreaterThan(1000)
  await service.greeted()
})

test('binary is refused', async () => {
  const service = await runChat(echo)
  const client = await service.greeted()
  client.socket.send(Buffer.from('{"type":"ping"}'))
  expect(await client.closed).toMatchObject({ code: 1003 })
})

test('broken UTF-8 is refused', async () => {
  const service = await runChat(echo)
  const client = await service.greeted()
  client.socket.send(Buffer.from([0x22, 0xff, 0x22]), { binary: false })
  expect(await client.closed).toMatchObject({ code: 1007 })
})

test('a flood of frames ends the socket', async () => {
  const limits = { ...noLimits, questionsPerMinute: 10, questionsBurst: 3 }
  const service = await runChat(echo, { limits })
  const client = await service.greeted()
  for (let ping = 0; ping < 200; ping += 1) client.send({ type: 'ping' })
  expect(await client.closed).toMatchObject({ code: 1008 })
  const error = await client.frame('error')
  expect(error).toMatchObject({ code: 'too-many-frames', retryAfterMs: expect.any(Number) })
  expect(client.frames.filter(({ type }) => type === 'pong')).toHaveLength(119)
})

test('ten questions a minute, three at once: the fourth is told when to come back', async () => {
  const limits = { ...noLimits, questionsPerMinute: 10, questionsBurst: 3 }
  const service = await runChat(echo, { limits })
  const client = await service.greeted()
  for (const [index, id] of ['q1', 'q2', 'q3'].entries()) {
    client.sendText(ask('one', id))
    await client.transcript(index + 1)
  }
  client.sendText(ask('one', 'q4'))
  const error = await client.frame('error')
  expect(error).toMatchObject({ id: 'q4', code: 'too-many-questions' })
  expect(error.retryAfterMs).toBeGreaterThan(16_000)
  expect(error.retryAfterMs).toBeLessThanOrEqual(18_000)
  client.sendText(ask('one', 'q1'))
  client.send({ type: 'ping' })
  await client.frame('pong')
  expect(client.frames.filter(({ type }) => type === 'error')).toHaveLength(1)
})

test('a refused question is answered when its time has come', async () => {
  const limits = { ...noLimits, questionsPerMinute: 600, questionsBurst: 1 }
  const service = await runChat(echo, { limits })
  const client = await service.greeted()
  client.sendText(ask('one', 'q1'))
  await client.transcript(1)
  client.sendText(ask('two', 'q2'))
  const { retryAfterMs = 0 } = await client.frame('error')
  await new Promise((resolve) => {
    setTimeout(resolve, retryAfterMs + 5)
  })
  client.sendText(ask('two', 'q2'))
  expect(await client.transcript(2)).toHaveLength(6)
})

test('an address may ask ten times what a connection may', async () => {
  const limits = { ...noLimits, questionsPerMinute: 1, questionsBurst: 1 }
  const service = await runChat(echo, { limits })
  const clients = await Promise.all(Array.from({ length: 11 }, () => service.greeted()))
  for (const client of clients.slice(0, 10)) {
    client.sendText(ask('one'))
    await client.transcript(1)
  }
  clients[10]?.sendText(ask('one'))
  expect(await clients[10]?.frame('error')).toMatchObject({ code: 'too-many-questions' })
})
