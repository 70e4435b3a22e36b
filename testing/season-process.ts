import { spawn, type ChildProcess } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { compileCache } from './compile-cache.ts'

/** A run of jobs/main.ts in a process of its own, as a user starts it. */
export type SeasonProcess = {
  readonly process: ChildProcess
  readonly ended: Promise<{
    readonly code: number | null
    readonly out: string
    readonly err: string
  }>
}

export function startJobs(...args: readonly string[]): SeasonProcess {
  return startJobsIn({}, ...args)
}

/** A run of another program of this project, with settings in the environment. */
export function startProgram(
  script: string,
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): SeasonProcess {
  const child = spawn(process.execPath, [...compileCache, script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // oxlint-disable-next-line node/no-process-env -- a process of its own needs the rest of it
    env: { ...process.env, ...environment },
  })
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const ended = Promise.all([code, text(child.stdout), text(child.stderr)])
  return { process: child, ended: ended.then(([end, out, err]) => ({ code: end, out, err })) }
}

/** A run of the jobs with settings in the environment. */
export function startJobsIn(
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): SeasonProcess {
  return startProgram('jobs/main.ts', environment, ...args)
}

export async function runJobs(...args: readonly string[]) {
  return await startJobs(...args).ended
}
