import type { Server } from 'node:http'
import type Koa from 'koa'
import { CannotStart } from './cannot-start.ts'
import type { Config } from './config.ts'
import type { AppState } from './middlewares/app-state.ts'

/** Rejects with `CannotStart` where another port or address has to be given. */
export function listen(app: Koa<AppState>, { port, host }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, () => resolve(server))
    server.on('error', (error: NodeJS.ErrnoException) => {
      const advice = adviceFor(error.code ?? '', port, host)
      reject(advice === undefined ? error : new CannotStart(advice))
    })
  })
}

function adviceFor(code: string, port: number, host: string): string | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return `PORT=${port} is taken: give another one`
    case 'EACCES':
      return `PORT=${port} is not for this user: give one from 1024 up`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST=${host} is not of this machine: give 127.0.0.1 or 0.0.0.0`
    default:
      return undefined
  }
}

/** Where it listens; the port that it was given where PORT is 0. */
export function urlOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') return String(address)
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}
