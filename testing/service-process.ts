import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as z from 'zod'
import { compileCache } from './compile-cache.ts'

/** The service in a process of its own, with nothing in its environment but what a test sets. */
export type ServiceProcess = {
  readonly process: ChildProcess
  /** Where it listens, once it does. Rejects where it ends before. */
  readonly url: Promise<string>
  /** The messages of its log so far. */
  readonly messages: readonly string[]
  /** All that it wrote so far, line by line. */
  readonly output: readonly string[]
  readonly errors: readonly string[]
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<readonly unknown[]>
}

const LogLine = z.looseObject({ message: z.string(), url: z.string().optional() })
const root = join(import.meta.dirname, '..')

/** As `npm start` runs it, on a free port. */
export function startServiceProcess(
  environment: Readonly<Record<string, string>>,
  folder: string = root,
): ServiceProcess {
  const child = spawn(process.execPath, [...compileCache, join(root, 'server', 'main.ts')], {
    cwd: folder,
    env: { PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'close').finally(() => process.off('exit', kill))
  const messages: string[] = []
  const output: string[] = []
  const errors: string[] = []
  const url = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (text) => {
      output.push(text)
      const line = LogLine.parse(JSON.parse(text))
      messages.push(line.message)
      if (line.url !== undefined) resolve(line.url)
    })
    child.once('exit', () => reject(new Error('The service has ended.')))
  })
  // Who waits for its end has no use for its address.
  url.catch(() => undefined)
  createInterface({ input: child.stderr }).on('line', (text) => {
    output.push(text)
    errors.push(text)
  })
  return { process: child, url, messages, output, errors, ended }
}
