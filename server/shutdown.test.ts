import { createServer } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { closeServer } from './shutdown.ts'

/** A server that answers when it is told to, and its port. */
async function slowServer() {
  const { promise: isAsked, resolve: asked } = Promise.withResolvers<void>()
  const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>()
  const server = createServer((_request, response) => {
    asked()
    void mayAnswer.then(() => response.end('done'))
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return { server, url: `http://127.0.0.1:${port}`, port, isAsked, answer }
}

test('an answer under way is sent before the server ends, and nobody new is let in', async () => {
  const { server, url, isAsked, answer } = await slowServer()
  const answering = fetch(url)
  await isAsked
  const closing = closeServer(server, 5000)
  await expect(fetch(url)).rejects.toThrow('fetch failed')
  answer()
  expect(await (await answering).text()).toBe('done')
  await closing
})

test('what does not end is cut at the limit', async () => {
  const { server, url, isAsked } = await slowServer()
  const answering = fetch(url)
  await isAsked
  await Promise.all([closeServer(server, 100), expect(answering).rejects.toThrow('fetch failed')])
})

test('a connection that nobody uses does not hold it up', async () => {
  const { server, port } = await slowServer()
  const idle = connect(port, '127.0.0.1')
  await new Promise((resolve) => idle.once('connect', resolve))
  const startedAt = performance.now()
  await closeServer(server, 10_000)
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})
