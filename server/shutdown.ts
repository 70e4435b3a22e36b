import type { Server } from 'node:http'

/** How often idle connections are looked for while the last answers are sent. */
const lookEveryMs = 50

/**
 * Takes no more connections, lets answers under way end, and cuts what is left at the limit: Cloud Run kills
 * the process 10 s after its SIGTERM.
 */
export async function closeServer(server: Server, limitMs: number): Promise<void> {
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  // A connection that is kept alive becomes idle only when its answer has been sent.
  const looking = setInterval(() => server.closeIdleConnections(), lookEveryMs)
  const limit = setTimeout(() => server.closeAllConnections(), limitMs)
  server.closeIdleConnections()
  await closed
  clearInterval(looking)
  clearTimeout(limit)
}
