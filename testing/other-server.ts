import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

/** A server that is a program of somebody else, on this machine alone, for as long as tests want it. */
export type OtherServer = { stop(): Promise<void> }

type Program = {
  readonly command: string
  readonly args: readonly string[]
  /** Answers with a good status once the server can be used. */
  readonly readyAt: string
  /** Whether it starts programs in turn, which have to end with it. */
  readonly hasChildren?: boolean
}

const patienceMs = 60_000

/** Starts it and waits until it is ready. It ends with this process at the latest. */
export async function startOtherServer(program: Program): Promise<OtherServer> {
  const { command, args, readyAt, hasChildren = false } = program
  const child = spawn(command, args, { detached: hasChildren, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = child.pid === undefined ? 'It cannot be run.' : ''
  child.stderr.on('data', (bytes: Buffer) => (said = `${said}${bytes.toString()}`.slice(-2000)))
  child.on('error', () => undefined)
  const end = () => kill(child, hasChildren)
  process.once('exit', end)
  if (!(await isReady(child, readyAt))) {
    process.off('exit', end)
    end()
    throw new Error(`${command} did not start:\n${said}`)
  }
  return {
    async stop() {
      process.off('exit', end)
      if (hasEnded(child)) return
      const closed = once(child, 'close')
      end()
      await closed
    },
  }
}

/** A detached process leads a group of its own. */
function kill(child: ChildProcess, isGroup: boolean): void {
  if (child.pid === undefined) return
  try {
    process.kill(isGroup ? -child.pid : child.pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function isReady(child: ChildProcess, url: string): Promise<boolean> {
  const until = Date.now() + patienceMs
  while (!hasEnded(child) && child.pid !== undefined && Date.now() < until) {
    const isGood = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isGood) return true
    await sleep(50)
  }
  return false
}
