import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** The service as `npm start` runs it, on a port of its own choice. */
export type RunningService = { readonly origin: string; stop(): Promise<void> }

type Environment = Readonly<Record<string, string | undefined>>

/** Without limits: the questions are asked as fast as they are answered. */
const noLimits = {
  QUESTIONS_PER_MINUTE: '0',
  QUESTIONS_BURST: '0',
  CONNECTIONS_PER_ADDRESS: '0',
  CONNECTIONS: '0',
  REQUESTS_PER_MINUTE: '0',
  // Nobody reviews what is asked here: no first coach is made, and no token told.
  SURFACE: 'public',
}

/** `environment` names the model, as it does for the service; `settings` are those that differ from no limits. */
export async function startService(
  store: string,
  environment: Environment,
  settings: Environment = {},
): Promise<RunningService> {
  const child = spawn(process.execPath, ['--import', './compile-cache.js', 'server/main.ts'], {
    env: {
      ...environment,
      ...noLimits,
      ...settings,
      STORE: `sqlite:${store}`,
      PORT: '0',
      HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const origin = await listeningAt(child, child.stdout)
  await untilHealthy(origin)
  return {
    origin,
    stop: async () => {
      const closed = once(child, 'close')
      child.kill('SIGTERM')
      await closed
    },
  }
}

async function listeningAt(child: ChildProcess, out: Readable): Promise<string> {
  const lines = createInterface({ input: out })
  return await new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const url = /"url":"(http[^"]+)"/.exec(line)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}`)))
  })
}

/** The chat is there once the season is; until then the service tells of its progress. */
async function untilHealthy(origin: string): Promise<void> {
  const until = Date.now() + 60_000
  while (Date.now() < until) {
    if ((await fetch(`${origin}/health`)).ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The service is not healthy after a minute')
}
