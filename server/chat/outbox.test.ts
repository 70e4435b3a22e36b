import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { dropBytes, pauseBytes } from './limits.ts'
import { createOutbox } from './outbox.ts'

const frame = { type: 'error', code: 'x', message: 'x'.repeat(10_000) } as const

/** Both ends of a socket. */
async function pair(): Promise<{ near: WebSocket; far: WebSocket }> {
  const server = createServer()
  const sockets = new WebSocketServer({ server })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const far = new WebSocket(`ws://127.0.0.1:${port}`)
  const near = await new Promise<WebSocket>((resolve) => {
    sockets.once('connection', resolve)
  })
  await new Promise((resolve) => {
    far.once('open', resolve)
  })
  onTestFinished(() => {
    near.terminate()
    far.terminate()
    server.close()
  })
  return { near, far }
}

test('for a reader that stops only little is held, and told when there is room again', async () => {
  const { near, far } = await pair()
  far.pause()
  let sent = 0
  let most = 0
  const fill = () => {
    while (!outbox.isFull() && sent < 3000) {
      outbox.send(frame)
      sent += 1
      most = Math.max(most, near.bufferedAmount)
    }
  }
  const outbox = createOutbox(near, 10_000, fill)
  fill()
  expect(sent).toBeLessThan(3000)
  let received = 0
  far.on('message', () => {
    received += 1
  })
  far.resume()
  await expect.poll(() => received).toBe(3000)
  expect(most).toBeLessThan(pauseBytes + 20_000)
})

test('a reader that takes nothing is cut off', async () => {
  const { near, far } = await pair()
  far.pause()
  const outbox = createOutbox(near, 50, () => undefined)
  const closed = new Promise((resolve) => {
    near.once('close', resolve)
  })
  while (!outbox.isFull()) {
    outbox.send(frame)
    await new Promise(setImmediate)
  }
  expect(await closed).toBe(1006)
})

test('where this process was busy for so long, who reads is not cut off', async () => {
  const { near, far } = await pair()
  far.pause()
  const outbox = createOutbox(near, 400, () => undefined)
  while (!outbox.isFull()) {
    outbox.send(frame)
    await new Promise(setImmediate)
  }
  far.resume()
  const until = Date.now() + 500
  while (Date.now() < until);
  await sleep(500)
  expect(near.readyState).toBe(near.OPEN)
  expect(outbox.isFull()).toBe(false)
})

test('for whom too much waits is cut off at once', async () => {
  const { near, far } = await pair()
  far.pause()
  const outbox = createOutbox(near, 10_000, () => undefined)
  const frames = (20 * dropBytes) / frame.message.length
  for (let each = 0; each < frames; each += 1) outbox.send(frame)
  expect(near.readyState).not.toBe(near.OPEN)
})
