import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { measure } from './measured-process.ts'

/** The service on the demo season, without limits, as a process of its own. */
export async function startService(
  folder: string,
  processes: ChildProcess[],
  settings: Readonly<Record<string, string>> = {},
): Promise<string> {
  const data = join(folder, 'demo')
  const store = `sqlite:${join(folder, 'season.db')}`
  await measure('jobs/demo-season/main.ts', [`--out=${data}`, '--seed=1', '--scale=1'])
  await measure('jobs/main.ts', ['season', `--data=${data}`, `--store=${store}`])
  const port = await freePort()
  const unlimited = {
    REQUESTS_PER_MINUTE: '0',
    QUESTIONS_PER_MINUTE: '0',
    CONNECTIONS: '0',
    CONNECTIONS_PER_ADDRESS: '0',
    SURFACE: 'public',
  }
  processes.push(
    spawn(process.execPath, ['server/main.ts'], {
      env: { PORT: String(port), STORE: store, ...unlimited, ...settings },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  )
  const url = `http://127.0.0.1:${port}`
  await untilAnswered(`${url}/health`)
  return url
}

export async function untilAnswered(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok === true) return
    await sleep(100)
  }
  throw new Error(`${url} did not answer within 20 s`)
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}
