import type { WebSocket } from 'ws'
import type { ServerFrame } from '#core/protocol/chat/frames.ts'
import { dropBytes, pauseBytes } from './limits.ts'

export type Outbox = {
  send(frame: ServerFrame): void
  /** The client reads slower than it is sent to: what can wait, waits. */
  isFull(): boolean
}

/**
 * Sends frames to a client, however slowly it reads. `onRoom` is called when the outbox was full and is not
 * any more. A client that reads nothing for `stuckMs`, or for which too much waits, is cut off: it finds all
 * of it when it comes back.
 */
export function createOutbox(socket: WebSocket, stuckMs: number, onRoom: () => void): Outbox {
  let looking: NodeJS.Timeout | undefined
  /** Frames that the client has taken, now and at the last look. */
  let taken = 0
  let takenBefore: number | undefined
  const isFull = () => socket.bufferedAmount > pauseBytes
  const stopLooking = () => {
    clearInterval(looking)
    looking = undefined
    takenBefore = undefined
  }
  // Two looks: where this process itself was busy for long, the client had no chance before the first one.
  const look = () => {
    if (taken === takenBefore) socket.terminate()
    takenBefore = taken
  }
  const sent = () => {
    taken += 1
    if (looking === undefined || isFull()) return
    stopLooking()
    onRoom()
  }
  socket.once('close', stopLooking)

  return {
    isFull,
    send: (frame) => {
      if (socket.readyState !== socket.OPEN) return
      socket.send(JSON.stringify(frame), sent)
      if (socket.bufferedAmount > dropBytes) socket.terminate()
      else if (isFull()) looking ??= setInterval(look, stuckMs / 2)
    },
  }
}
