import { randomUUID } from 'node:crypto'
import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { type Conversation, createConversation } from './conversation.ts'
import { type Keep, nothingKept } from './kept-conversation.ts'
import { textOf } from './turn.ts'

/** A browser's storage, with tabs that are told of what others write. */
export function createBrowser() {
  let kept = nothingKept
  const watchers = new Map<object, () => void>()
  const tab = (): Keep => {
    const self = {}
    return {
      read: () => kept,
      write: (next) => {
        kept = next
        for (const [other, changed] of watchers) if (other !== self) changed()
      },
      watch: (changed) => {
        watchers.set(self, changed)
        return () => void watchers.delete(self)
      },
    }
  }
  return { tab, kept: () => kept }
}

/** A way to the service that can be cut, and be closed for a while. */
export async function wayTo(url: string) {
  const sockets = new Set<Socket>()
  let isClosed = false
  const server = createServer((near) => {
    if (isClosed) return near.destroy()
    const far = connect(Number(new URL(url).port), '127.0.0.1')
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.pipe(other)
      socket.on('error', () => other.destroy())
      socket.on('close', () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const cut = () => sockets.forEach((socket) => socket.destroy())
  onTestFinished(() => {
    cut()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `ws://127.0.0.1:${port}/chat`,
    cut,
    close: () => {
      isClosed = true
      cut()
    },
    open: () => {
      isClosed = false
    },
  }
}

export function open(
  url: string,
  keep: Keep = createBrowser().tab(),
): Conversation & { readonly close: () => void } {
  const conversation = createConversation({
    url,
    keep,
    now: Date.now,
    createId: randomUUID,
    times: { retryMs: 20 },
  })
  const close = conversation.open()
  onTestFinished(close)
  return { ...conversation, close }
}

export const until = (
  conversation: Conversation,
  isSo: (shown: ReturnType<Conversation['shown']>) => boolean,
) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (!isSo(conversation.shown())) return
      leave()
      resolve()
    }
    const leave = conversation.subscribe(look)
    look()
  })
export const greeted = (conversation: Conversation) =>
  until(conversation, ({ link }) => link === 'open')
export const sentences = (conversation: Conversation, turn = 0) =>
  (conversation.shown().turns[turn]?.answer?.entries ?? []).map((entry) =>
    entry.type === 'sentence' ? textOf(entry) : entry.reason,
  )
export const said = (conversation: Conversation, count: number) =>
  until(conversation, () => sentences(conversation).length === count)
export const answered = (conversation: Conversation, turn = 0) =>
  until(conversation, ({ turns }) => turns[turn]?.answer?.end !== undefined)
