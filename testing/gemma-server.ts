import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port.ts'

/** A real Gemma 3 behind llama.cpp's own server, on this machine alone. */
export type GemmaServer = {
  /** Up to and with /v1, as MODEL_URL wants it. */
  readonly url: string
  readonly name: string
  /** Of one request; the server shares its context among two. */
  readonly contextTokens: number
  stop(): Promise<void>
}

/** Requests that the server works on at once. */
export const gemmaConcurrency = 2
const contextTokens = 4096

// oxlint-disable-next-line node/no-process-env -- tests have no main that reads it for them
const environment = process.env

/** Whether scripts/gemma.sh has put Gemma here. Says how to get it where not; where CI is set, that is a fault. */
export function hasGemma(): boolean {
  if (existsSync(join(gemmaFolder(), 'ready'))) return true
  const how = 'scripts/gemma.sh gets a real Gemma 3 for the tests that need one'
  if (environment['CI']) {
    throw new Error(`No Gemma in ${gemmaFolder()}: ${how}`)
  }
  process.stderr.write(`Skipped, without Gemma: ${how}\n`)
  return false
}

export async function startGemma(): Promise<GemmaServer> {
  const port = await freePort()
  const folder = gemmaFolder()
  const child = spawn(
    join(folder, 'venv', 'bin', 'llama-cpp-server'),
    argumentsOf({
      model: join(folder, 'gemma.gguf'),
      port,
    }),
    // A group of its own: the command starts the server as its child, and both have to end.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr.on('data', (bytes: Buffer) => (said = `${said}${bytes.toString()}`.slice(-2000)))
  const end = () => endGroup(child)
  process.once('exit', end)
  try {
    await untilReady(`http://127.0.0.1:${port}/health`, child)
  } catch (cause) {
    end()
    throw new Error(`llama-server did not start:\n${said}`, { cause })
  }
  return {
    url: `http://127.0.0.1:${port}/v1`,
    name: 'gemma-3-270m',
    contextTokens,
    async stop() {
      process.off('exit', end)
      if (hasEnded(child)) return
      const closed = once(child, 'close')
      end()
      await closed
    },
  }
}

function argumentsOf({ model, port }: { readonly model: string; readonly port: number }): string[] {
  const context = contextTokens * gemmaConcurrency
  const command = `--host 127.0.0.1 --port ${port} --ctx-size ${context}`
  // Without --no-jinja the server takes the word 'gemma' for the template itself, and every prompt is that word.
  const server = `-- --no-jinja --chat-template gemma -np ${gemmaConcurrency}`
  return ['--model', model, ...command.split(' '), ...server.split(' ')]
}

function gemmaFolder(): string {
  const { KAIZENLAP_GEMMA_DIR: folder, XDG_CACHE_HOME: cache } = environment
  return folder || join(cache || join(homedir(), '.cache'), 'kaizenlap-gemma')
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Both have ended already.
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + 60_000
  while (!hasEnded(child) && child.pid !== undefined && Date.now() < until) {
    const isReady = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (isReady) return
    await sleep(100)
  }
  throw new Error(hasEnded(child) ? `ended with ${child.exitCode}` : 'not ready in time')
}
