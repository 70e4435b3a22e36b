import type { WebSocket } from 'ws'
import type { Connection } from './connection.ts'
import { createConnectionCounts } from './connection-counts.ts'
import type { ChatLimits, ChatTimes } from './limits.ts'

/** For closing properly when the process has to end. */
const lastCloseMs = 1000

/** The sockets that are open: counted, asked now and then whether they are alive, and ended together. */
export function createOpenSockets(limits: ChatLimits, times: ChatTimes) {
  const connections = new Set<Connection>()
  const counts = createConnectionCounts(limits)
  const emptied = Promise.withResolvers<void>()
  let isClosing = false
  const each = (tell: (connection: Connection) => void) => connections.forEach(tell)
  const beating = setInterval(() => each((one) => one.beat()), times.heartbeatMs).unref()

  return {
    count: () => connections.size,
    isClosing: () => isClosing,
    refusalOf: counts.refusalOf,
    add: (socket: WebSocket, connection: Connection, address: string) => {
      counts.opened(address)
      connections.add(connection)
      socket.once('close', () => {
        counts.closed(address)
        connections.delete(connection)
        if (connections.size === 0 && isClosing) emptied.resolve()
      })
    },
    /** No more come in, and who is there is asked to come back later. */
    beginClosing: () => {
      isClosing = true
      clearInterval(beating)
      each((one) => one.reconnect())
    },
    closeAll: async () => {
      each((one) => one.close(1012, 'Restarting.'))
      const limit = Math.min(lastCloseMs, times.closeMs)
      const cutting = setTimeout(() => each((one) => one.terminate()), limit)
      if (connections.size > 0) await emptied.promise
      clearTimeout(cutting)
    },
  }
}

export type OpenSockets = ReturnType<typeof createOpenSockets>
