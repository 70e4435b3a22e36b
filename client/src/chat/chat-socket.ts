import ReconnectingWebSocket from 'partysocket/ws'
import { type ClientFrame, ServerFrame } from '#core/protocol/chat/frames.ts'

/** `asleep`: closed by the service because nobody used it; it wakes when it is used. */
export type Link = 'connecting' | 'open' | 'lost' | 'asleep'

type ChatSocketOptions = {
  readonly url: string
  /** The first frame of every connection. */
  readonly hello: () => ClientFrame
  readonly received: (frame: ServerFrame) => void
  readonly linked: (link: Link) => void
  readonly times?: Partial<SocketTimes>
}

export type SocketTimes = {
  /** Before the second try to connect; then ever longer. */
  readonly retryMs: number
  /** Without a frame, before the service is asked whether it is there. */
  readonly quietMs: number
  /** For it to say so. */
  readonly pongMs: number
}

/** Browsers that lost one service do not all come back at once. */
const usualTimes = (): SocketTimes => ({
  retryMs: 500 + Math.random() * 1000,
  quietMs: 25_000,
  pongMs: 10_000,
})

export type ChatSocket = {
  /** False where there is no connection: nothing is kept here to be sent later. */
  send(frame: ClientFrame): boolean
  /** Connects now, where it is not connected. */
  wake(): void
  /** On a new connection, from its hello on. */
  startOver(): void
  close(): void
}

/** Of nobody having used the connection: server/chat/connection.ts. */
const idle = 4000

/** A socket that comes back by itself, ever more slowly, and notices when the other end is gone. */
export function openChatSocket(options: ChatSocketOptions): ChatSocket {
  let socket = connect(options)
  const startOver = () => {
    socket.close()
    // Anew, because one that waits to connect cannot be hurried.
    socket = connect(options)
  }
  return {
    send: (frame) => isOpen(socket) && socket.send(JSON.stringify(frame)),
    wake: () => {
      if (!isOpen(socket)) startOver()
    },
    startOver,
    close: () => socket.close(),
  }
}

const isOpen = (socket: ReconnectingWebSocket) => socket.readyState === socket.OPEN

function connect({ url, hello, received, linked, times }: ChatSocketOptions) {
  const { retryMs, quietMs, pongMs } = { ...usualTimes(), ...times }
  const socket = new ReconnectingWebSocket(url, ['kaizenlap.v1'], {
    minReconnectionDelay: retryMs,
    maxReconnectionDelay: 10_000,
    reconnectionDelayGrowFactor: 1.6,
    connectionTimeout: 8000,
    maxEnqueuedMessages: 0,
    shouldReconnectOnClose: ({ code }) => code !== idle,
  })
  let returning: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined

  const send = (frame: ClientFrame) => socket.send(JSON.stringify(frame))
  const heard = () => {
    clearTimeout(silence)
    silence = setTimeout(() => {
      send({ type: 'ping' })
      silence = setTimeout(() => socket.reconnect(), pongMs)
    }, quietMs)
  }
  socket.addEventListener('open', () => {
    heard()
    send(hello())
  })
  socket.addEventListener('close', ({ code }) => {
    clearTimeout(returning)
    clearTimeout(silence)
    linked(code === idle ? 'asleep' : 'lost')
  })
  socket.addEventListener('message', ({ data }) => {
    heard()
    const read = ServerFrame.safeParse(JSON.parse(String(data)))
    // A frame that this page is too old to know.
    if (!read.success) return
    const frame = read.data
    if (frame.type === 'welcome') linked('open')
    if (frame.type === 'reconnect') returning = setTimeout(() => socket.reconnect(), frame.afterMs)
    received(frame)
  })
  return socket
}
