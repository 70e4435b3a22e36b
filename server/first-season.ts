import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Progress } from '#core/protocol/rest/health-answer.ts'
import type { Log } from './log.ts'

/** A program that is run, with its arguments, and what makes its work count once it has ended well. */
export type Step = {
  readonly args: readonly string[]
  /** The setting that it works from, to be looked at when it fails: 'DATA=…'. */
  readonly from?: string
  readonly finish?: () => Promise<void>
}

export type FirstSeason = {
  /** How far it has come; what to do, when it failed. */
  progress(): Progress
  /** Ends it; what is published stays untouched. */
  stop(): void
}

const failed = 'Its building failed, the log says why. Publish one with: npm run season'

/** How much of what a program wrote is logged when it fails. */
const lastLines = 20

/**
 * Builds the season by programs of their own, one after the other, so that the service answers meanwhile.
 * What they write to stderr is the progress.
 */
export function buildFirstSeason(steps: readonly Step[], log: Log): FirstSeason {
  const stopping = new AbortController()
  let text = 'It is being built.'
  const onLine = (line: string) => {
    text = line.slice(0, 200)
  }
  runSteps(steps, onLine, stopping.signal).then(
    () => log.info('built what was missing'),
    (error: unknown) => {
      if (stopping.signal.aborted) return
      text = failed
      log.error({ error: error instanceof Error ? error.message : String(error) }, 'not built')
    },
  )
  return {
    progress: () => ({ text, done: null, of: null }),
    stop: () => stopping.abort(),
  }
}

async function runSteps(
  [step, ...more]: readonly Step[],
  onLine: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  if (step === undefined) return
  await runProgram(step, onLine, signal)
  await step.finish?.()
  await runSteps(more, onLine, signal)
}

/** Rejects with the last lines of stderr where the program fails, behind what it worked from. */
function runProgram(
  { args, from }: Step,
  onLine: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], signal })
    const lines: string[] = []
    createInterface({ input: program.stderr }).on('line', (line) => {
      if (line.trim() === '') return
      lines.push(line.trim())
      if (lines.length > lastLines) lines.shift()
      onLine(line.trim())
    })
    program.on('error', reject)
    program.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error([...(from === undefined ? [] : [from]), ...lines].join('\n')))
    })
  })
}
