import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import * as z from 'zod'

/** Stands before a server and breaks off the first answers that are long, each at its half. */
export async function startBreakingProxy(target: string, breaks: number) {
  let broken = 0
  const proxy = createServer((asked, answered) => {
    const { method, headers, url = '/' } = asked
    const passed = request(new URL(url, target), { method, headers }, (answer) => {
      answered.writeHead(answer.statusCode ?? 500, answer.headers)
      const length = Number(answer.headers['content-length'] ?? 0)
      const isLong = url.includes('alt=media') && length > 1000
      if (!isLong || broken === breaks) return answer.pipe(answered)
      broken++
      let sent = 0
      answer.on('data', (chunk: Buffer) => {
        answered.write(chunk.subarray(0, Math.max(0, length / 2 - sent)))
        sent += chunk.length
        if (sent >= length / 2) answered.destroy()
      })
      return answered
    })
    asked.pipe(passed)
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    url: urlOf(proxy),
    /** How many answers were broken off. */
    broken: () => broken,
    async stop() {
      proxy.closeAllConnections()
      proxy.close()
      await once(proxy, 'close')
    },
  }
}

export function urlOf(server: Server): string {
  const { port } = z.object({ port: z.int() }).parse(server.address())
  return `http://127.0.0.1:${port}`
}
