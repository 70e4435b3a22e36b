import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Progress } from '#core/protocol/rest/health-answer.ts'
import type { Log } from './log.ts'

export type FirstSeason = {
  /** How far it has come; what to do, when it failed. */
  progress(): Progress | undefined
  /** Ends the run; what is published stays untouched. */
  stop(): void
}

/**
 * Builds the season in a process of its own, so that the service answers meanwhile. Each line that the run
 * writes to stderr is its progress.
 */
export function buildFirstSeason(args: readonly string[], log: Log): FirstSeason {
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let text = 'It is being built.'
  if (child.stderr !== null) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.trim() !== '') text = line.trim().slice(0, 200)
    })
  }
  child.on('error', (error) => {
    text = 'Its building could not be started. Publish one with: npm run season'
    log.error({ error: error.message }, 'season not started')
  })
  child.on('exit', (code, signal) => {
    if (code === 0) return log.info('season built')
    log.error({ code, signal, last: text }, 'season not built')
    text = `Its building failed (${text}). Publish one with: npm run season`
  })
  return {
    progress: () => ({ text, done: null, of: null }),
    stop: () => child.kill('SIGTERM'),
  }
}
