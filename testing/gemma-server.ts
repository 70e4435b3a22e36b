import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { type OtherServer, startOtherServer } from './other-server.ts'

/** A real Gemma 3 behind llama.cpp's own server, on this machine alone. */
export type GemmaServer = OtherServer & {
  /** Up to and with /v1, as MODEL_URL wants it. */
  readonly url: string
  readonly name: string
  /** Of one request; the server shares its context among two. */
  readonly contextTokens: number
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
  const [port, folder] = [await freePort(), gemmaFolder()]
  const url = `http://127.0.0.1:${port}`
  const server = await startOtherServer({
    command: join(folder, 'venv', 'bin', 'llama-cpp-server'),
    args: argumentsOf({ model: join(folder, 'gemma.gguf'), port }),
    readyAt: `${url}/health`,
    hasChildren: true,
  })
  return { ...server, url: `${url}/v1`, name: 'gemma-3-270m', contextTokens }
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
