import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { PlannedTrack } from '#core/ports/season-reader.ts'
import { SourceFailed } from '#core/ports/timing-source.ts'
import type { JobName } from './job.ts'
import type { MakeWeekend, WeekendStep } from './make-weekend.ts'

/** What a thread is asked for. It answers with the steps of that weekend, then that it is done. */
export type ToWorker = { readonly planned: PlannedTrack; readonly jobs: readonly JobName[] }
export type FromWorker =
  | WeekendStep
  | { readonly type: 'done' }
  /** An error loses its class on the way; of the one kind that people are told, the message is enough. */
  | { readonly type: 'failed'; readonly error: unknown; readonly sourceFailed?: string }

export type WeekendWorkers = {
  readonly make: MakeWeekend
  /** How many weekends can be made at a time. */
  readonly atOnce: number
  stop(): Promise<void>
}

/**
 * Threads that share a season's weekends out. Each opens the data itself and holds one weekend. They are
 * started before anything else is done, so that they load while the season is looked through.
 */
export function startWeekendWorkers(count: number, data: readonly string[]): WeekendWorkers {
  const script = new URL('./weekend-worker.ts', import.meta.url)
  const workers = Array.from({ length: count }, () => new Worker(script, { workerData: data }))
  const idle = [...workers]
  return {
    atOnce: count,
    make: async function* make(planned, jobs) {
      const worker = idle.pop()
      if (worker === undefined)
        throw new Error(`more than ${count} weekends were asked for at once`)
      const answers = on(worker, 'message', { close: ['exit'] })
      worker.postMessage({ planned, jobs } satisfies ToWorker)
      for await (const [answer] of answers) {
        const step: FromWorker = answer
        if (step.type === 'failed')
          throw step.sourceFailed === undefined ? step.error : new SourceFailed(step.sourceFailed)
        if (step.type === 'done') break
        yield step
      }
      idle.push(worker)
    },
    stop: async () => {
      await Promise.all(workers.map(async (worker) => await worker.terminate()))
    },
  }
}
