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
  let stuck: NodeJS.Timeout | undefined
  /** Frames that the client has taken. */
  let taken = 0
  const isFull = () => socket.bufferedAmount > pauseBytes
  const forgetStuck = () => {
    clearTimeout(stuck)
    stuck = undefined
  }
  const cutOff = () => {
    const before = taken
    // Where this process itself was busy, what the client has read meanwhile is seen only now.
    setImmediate(() => {
      if (taken === before) socket.terminate()
    })
  }
  const sent = () => {
    taken += 1
    if (stuck === undefined) return
    if (isFull()) stuck.refresh()
    else {
      forgetStuck()
      onRoom()
    }
  }
  socket.once('close', forgetStuck)

  return {
    isFull,
    send: (frame) => {
      if (socket.readyState !== socket.OPEN) return
      socket.send(JSON.stringify(frame), sent)
      if (socket.bufferedAmount > dropBytes) socket.terminate()
      else if (isFull()) stuck ??= setTimeout(cutOff, stuckMs)
    },
  }
}
