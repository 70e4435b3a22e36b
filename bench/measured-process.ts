import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

export type Measured = {
  readonly seconds: number
  readonly peakBytes: number
  readonly stdout: string
}

const preload = join(import.meta.dirname, 'peak-memory.ts')

/** As the npm scripts start the jobs. */
const asScripts = [
  '--no-turbofan',
  '--min-semi-space-size=16',
  '--max-semi-space-size=16',
  '--initial-old-space-size=128',
  '--import',
  './compile-cache.js',
]

/** Runs a script of this project as a process of its own, and measures the whole of it. */
export async function measure(
  script: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...asScripts, '--import', preload, script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    // oxlint-disable-next-line node/no-process-env -- a process of its own needs the rest of it
    env: { ...process.env, ...settings },
  })
  const [, stdout, stderr, peak] = child.stdio
  if (stdout === null || stderr === null) throw new Error(`${script} has no output to read`)
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, complaint, peakText, exitCode] = await Promise.all([
    text(stdout),
    text(stderr),
    peak !== null && peak !== undefined && 'read' in peak ? text(peak) : '0',
    exited,
  ])
  const seconds = (performance.now() - startedAt) / 1000
  if (exitCode !== 0) throw new Error(`${script} ended with ${exitCode}: ${complaint}`)
  return { seconds, peakBytes: Number(peakText), stdout: out }
}

export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
