import { setImmediate as nextTurn } from 'node:timers/promises'
import type { MakeWeekend } from './make-weekend.ts'

/**
 * Weekends shared out between threads and this one. A thread has its next weekend waiting, so that it need not
 * wait for this one; this one lets the threads be heard after each job.
 */
export function sharedOut(threads: readonly MakeWeekend[], here: MakeWeekend) {
  const idle = [...threads, listening(here), ...threads]
  const atOnce = idle.length
  const make: MakeWeekend = async function* make(planned, jobs) {
    const maker = idle.shift()
    if (maker === undefined) throw new Error(`more than ${atOnce} weekends were asked for at once`)
    yield* maker(planned, jobs)
    idle.push(maker)
  }
  return { make, atOnce }
}

function listening(make: MakeWeekend): MakeWeekend {
  return async function* listeningMake(planned, jobs) {
    for await (const step of make(planned, jobs)) {
      yield step
      await nextTurn()
    }
  }
}
