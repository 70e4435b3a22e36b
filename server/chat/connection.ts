import type { WebSocket } from 'ws'
import { createIntake, type IntakeOptions } from './intake.ts'
import { type ChatTimes, frameBytes } from './limits.ts'
import { createOutbox } from './outbox.ts'
import { createTurns } from './turns.ts'

/** Close codes of our own, beside those of RFC 6455. */
const closeCodes = { idle: 4000, tooOld: 4001 } as const

/** Frames of one socket that wait their turn before no more are read from it. */
const mostWaiting = 32

export type ConnectionOptions = IntakeOptions & {
  readonly times: ChatTimes
  /** When a client that is asked to reconnect shall come back. */
  readonly reconnectAfterMs: () => number
}

export type Connection = {
  /** Each heartbeat: who has not answered the last one is gone, and nobody stays for ever. */
  beat(): void
  /** Asks the client to come back on a new socket. */
  reconnect(): void
  close(code: number, reason: string): void
  terminate(): void
}

/** One socket, from its first frame to its end. */
export function connect(socket: WebSocket, options: ConnectionOptions): Connection {
  const { id, log, times, now } = options
  const openedAt = now().getTime()
  let isAlive = true
  const close = (code: number, reason: string) => socket.close(code, reason)
  const outbox = createOutbox(socket, times.stuckMs, () => intake.session.wake())
  const intake = createIntake(options, outbox, close)
  readInTurn(socket, intake)

  const hello = setTimeout(() => {
    if (intake.counts.frames === 0) close(1008, 'No hello came.')
  }, times.helloMs)
  socket.on('pong', () => {
    isAlive = true
  })
  // ws closes the socket itself, with 1002, 1007 or 1009.
  socket.on('error', (error) => log.info({ connection: id, error: error.message }, 'chat fault'))
  socket.once('close', (code) => {
    clearTimeout(hello)
    intake.session.leave()
    const durationMs = now().getTime() - openedAt
    log.info({ connection: id, code, durationMs, ...intake.counts }, 'chat closed')
  })

  const reconnect = () => outbox.send({ type: 'reconnect', afterMs: options.reconnectAfterMs() })
  return {
    beat: () => {
      if (!isAlive) return socket.terminate()
      isAlive = false
      socket.ping()
      const at = now().getTime()
      if (at - openedAt >= times.longestMs) {
        reconnect()
        close(closeCodes.tooOld, 'Please connect again.')
      } else if (at - intake.usedAt() >= times.idleMs) close(closeCodes.idle, 'Idle for long.')
    },
    reconnect,
    close,
    terminate: () => socket.terminate(),
  }
}

/** One frame after the other; a client that is quicker than that is read more slowly. */
function readInTurn(socket: WebSocket, intake: ReturnType<typeof createIntake>): void {
  const inTurn = createTurns()
  let waiting = 0
  const isOpen = () => socket.readyState === socket.OPEN
  const receive = async (text: string) => {
    waiting += 1
    if (waiting > mostWaiting) socket.pause()
    await inTurn(async () => {
      if (isOpen()) await intake.receive(text)
    })
    waiting -= 1
    if (waiting === 0 && socket.isPaused) socket.resume()
  }
  socket.on('message', (data, isBinary) => {
    if (isBinary || !Buffer.isBuffer(data)) socket.close(1003, 'Frames are text.')
    else if (data.length <= frameBytes) void receive(data.toString())
    else if (isOpen()) intake.refuseLarge()
  })
}
