import { once } from 'node:events'
import { createServer, type Server, type Socket, connect } from 'node:net'
import * as z from 'zod'

/** What stands between a browser and the service, and can be shut: as when somebody pulls the cable. */
export type Gate = {
  readonly origin: string
  shut(): Promise<void>
  open(): Promise<void>
}

export async function openGate(target: string): Promise<Gate> {
  const { port: targetPort, hostname } = new URL(target)
  const sockets = new Set<Socket>()
  const listen = async (port: number): Promise<Server> => {
    const server = createServer((near) => {
      const far = connect(Number(targetPort), hostname)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one)
        one.pipe(other)
        // Either end may go away at any time: then the other goes too.
        one.on('error', () => other.destroy())
        one.on('close', () => {
          sockets.delete(one)
          other.destroy()
        })
      }
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
    return server
  }
  let server = await listen(0)
  const { port } = z.object({ port: z.int() }).parse(server.address())
  return {
    origin: `http://127.0.0.1:${port}`,
    async shut() {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
    async open() {
      server = await listen(port)
    },
  }
}
