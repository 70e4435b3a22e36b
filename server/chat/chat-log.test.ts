import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { done, noLimits, runChat, sentence } from '../fixtures/running-chat.fixture.ts'

const canary = 'canary-7f3a'

test('no word, key or address of anybody is in the log', async () => {
  const service = await runChat(
    async function* ({ text }) {
      yield { type: 'accepted', scope: { intents: [canary] } }
      yield sentence(0, `${canary} ${text}`)
      if (text.includes('fail')) throw new Error('The coach failed.')
      yield { type: 'withheld', index: 1, reason: 'a number that is no fact' }
      const withheld = [{ index: 1, reason: 'a number that is no fact', text: canary }]
      const record = { generation: '7', model: 'gemma', promptHash: 'f00', firstSentenceMs: 1 }
      yield done({ record: { ...record, tookMs: 2, withheld } })
    },
    { isBehindProxy: true, limits: { ...noLimits, connections: 2 } },
  )
  const headers = { 'X-Forwarded-For': '198.51.100.77', Cookie: canary, 'User-Agent': canary }
  const client = await service.open({ headers })
  const welcome = await client.hello()
  client.send({ type: 'ask', id: canary, text: canary })
  await client.transcript(1)
  const { answerId } = await client.frame('accepted')
  client.send({ type: 'feedback', answerId, verdict: 'wrong', note: canary })
  client.send({ type: 'ask', id: 'q2', text: `fail ${canary}` })
  await client.transcript(2)
  client.sendText(`{"${canary}":"${canary}"}`)
  client.sendText(`${canary} is not JSON`)
  client.send({ type: 'forget' })
  await client.frame('forgotten')
  const stranger = await service.open({ headers })
  stranger.send({ type: 'hello', conversationId: canary, resumeKey: canary })
  await stranger.frame('error')
  await expect(service.open({ headers })).rejects.toMatchObject({ status: 503 })
  client.socket.close(4999, canary)
  await client.closed
  await expect.poll(() => service.logged.join('')).toContain('chat closed')

  const log = service.logged.join('')
  expect(log).not.toContain(canary)
  expect(log).not.toContain('198.51.100')
  expect(log).not.toContain(createHash('sha256').update('198.51.100.77').digest('hex').slice(0, 12))
  expect(log).not.toContain(welcome.resumeKey)
  expect(log).not.toContain(welcome.conversationId)
})

test('a connection is two lines and an answer one, with numbers instead of words', async () => {
  const service = await runChat(async function* () {
    yield { type: 'accepted', scope: { intents: [] } }
    yield sentence(0, 'One.')
    yield { type: 'withheld', index: 1, reason: 'a number that is no fact' }
    yield done()
  })
  const client = await service.greeted()
  client.send({ type: 'ask', id: 'q1', text: 'one' })
  await client.transcript(1)
  client.sendText('{')
  await client.frame('error')
  client.socket.close(1000)
  await expect.poll(() => service.logged.length).toBe(4)
  const lines = service.logged.map((line): unknown => JSON.parse(line))
  expect(lines).toMatchObject([
    { severity: 'INFO', message: 'chat opened', address: expect.stringMatching(/^[0-9a-f]{12}$/) },
    { message: 'answer ended', outcome: 'answered', sentences: 1, withheld: 1, generation: '7' },
    { message: 'chat refused a frame', code: 'bad-frame' },
    { message: 'chat closed', code: 1000, frames: 3, refused: 1, badFrames: 1 },
  ])
})
