import { expect, test } from 'vitest'
import { request } from 'node:http'
import { echo, noLimits, runChat } from '../fixtures/running-chat.fixture.ts'

const refusal = (status: number, code: string) => ({
  status,
  body: expect.stringContaining(`"code":"${code}"`),
})

test.each(['/', '/chat/', '/chat2', '/api/chat'])('there is no socket at %s', async (path) => {
  const service = await runChat(echo)
  const url = service.origin.replace('http', 'ws') + path
  await expect(service.open({ url })).rejects.toMatchObject(refusal(404, 'not-found'))
})

test.each([
  ['another page', 'https://other.example'],
  ['another port', 'http://127.0.0.1:1'],
  ['a page without an origin', 'null'],
  ['nonsense', 'http://'],
])('%s may not use the chat', async (_, origin) => {
  const service = await runChat(echo)
  const opening = service.open({ headers: { Origin: origin } })
  await expect(opening).rejects.toMatchObject(refusal(403, 'forbidden-origin'))
})

test('the own page may, and a client that is no page', async () => {
  const service = await runChat(echo)
  await service.greeted({ headers: { Origin: service.origin } })
  await service.greeted()
  expect(service.chat.connections()).toBe(2)
})

test('where origins are set, exactly these may', async () => {
  const origins = ['https://kaizenlap.example']
  const service = await runChat(echo, { origins })
  await service.greeted({ headers: { Origin: 'https://kaizenlap.example' } })
  const others = [{ Origin: service.origin }, { Origin: 'https://kaizenlap.example.evil' }, {}]
  for (const headers of others) {
    await expect(service.open({ headers })).rejects.toMatchObject(refusal(403, 'forbidden-origin'))
  }
})

test.each([[[]], [['other']], [['kaizenlap.v2', 'other']]])(
  'the subprotocols %j are refused',
  async (protocols) => {
    const service = await runChat(echo)
    await expect(service.open({ protocols })).rejects.toMatchObject(refusal(400, 'bad-subprotocol'))
  },
)

test('ours is chosen among several', async () => {
  const service = await runChat(echo)
  const { socket } = await service.open({ protocols: ['other', 'kaizenlap.v1'] })
  expect(socket.protocol).toBe('kaizenlap.v1')
  expect(socket.extensions).toBe('')
})

test('so many sockets from one address, until one is closed', async () => {
  const service = await runChat(echo, { limits: { ...noLimits, connectionsPerAddress: 2 } })
  const first = await service.open()
  await service.open()
  await expect(service.open()).rejects.toMatchObject(refusal(429, 'too-many-connections'))
  first.socket.close()
  await first.closed
  await expect.poll(() => service.chat.connections()).toBe(1)
  await service.open()
})

test('so many sockets in all', async () => {
  const service = await runChat(echo, { limits: { ...noLimits, connections: 1 } })
  await service.open()
  await expect(service.open()).rejects.toMatchObject(refusal(503, 'too-many-connections'))
})

test('behind a proxy its own last word tells who connects', async () => {
  const limits = { ...noLimits, connectionsPerAddress: 1 }
  const service = await runChat(echo, { limits, isBehindProxy: true })
  await service.open(from('10.0.0.1'))
  await service.open(from('10.0.0.1, 10.0.0.2'))
  const same = service.open(from('10.0.0.9, 10.0.0.1'))
  await expect(same).rejects.toMatchObject({ status: 429 })
})

test('without a proxy nobody believes what a client says of itself', async () => {
  const limits = { ...noLimits, connectionsPerAddress: 1 }
  const service = await runChat(echo, { limits, isBehindProxy: false })
  await service.open(from('10.0.0.1'))
  await expect(service.open(from('10.0.0.2'))).rejects.toMatchObject({ status: 429 })
})

const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } })

test('a request that offers h2c is answered as any other', async () => {
  const { origin } = await runChat(echo)
  const headers = {
    Connection: 'Upgrade, HTTP2-Settings',
    Upgrade: 'h2c',
    'HTTP2-Settings': 'AAMAAABk',
  }
  const status = await new Promise((resolve, reject) => {
    request(origin, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
  expect(status).toBe(200)
})
