import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Built } from './build-stages.ts'

/** The only user besides root that the base image has, by its number. */
const users: Readonly<Record<string, number>> = { node: 1000 }
const healthyWithinMs = 120_000

export type Started = {
  /** Who it runs as. */
  readonly uid: number
  readonly url: string
  /** Rejects when it is not healthy in time, or ends before. */
  healthy(): Promise<void>
  /** Sends SIGTERM; tells how it ended and how long that took. */
  stop(): Promise<{ readonly code: number | null; readonly tookMs: number }>
  kill(): void
}

/** Starts what the last stage's CMD says, as its USER; who is not root already stays who he is. */
export async function startBuilt(
  { command, folder, environment, user }: Built,
  outside: Readonly<Record<string, string>>,
): Promise<Started> {
  const uid = users[user]
  if (uid === undefined) throw new Error(`USER ${user} is not in the base image.`)
  const isRoot = process.getuid?.() === 0
  const port = await freePort()
  const [program = '', ...args] = command
  const started = spawn(program, args, {
    cwd: folder,
    // Here it is for this machine only.
    env: { ...outside, ...environment, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(isRoot && { uid, gid: uid }),
  })
  let output = ''
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (bytes) => {
      output = (output + String(bytes)).slice(-4000)
    })
  const ended = once(started, 'close')
  const url = `http://127.0.0.1:${port}`
  return {
    uid: isRoot ? uid : (process.getuid?.() ?? uid),
    url,
    healthy: async () => {
      const limit = performance.now() + healthyWithinMs
      while (!(await isHealthy(url))) {
        if (started.exitCode !== null || performance.now() > limit)
          throw new Error(`It did not become healthy:\n${output}`)
        await sleep(200)
      }
    },
    stop: async () => {
      const startedAt = performance.now()
      started.kill('SIGTERM')
      await ended
      return { code: started.exitCode, tookMs: performance.now() - startedAt }
    },
    kill: () => void started.kill('SIGKILL'),
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok
  } catch {
    // Nobody listens yet.
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
