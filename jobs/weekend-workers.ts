import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { TrackId } from '#core/domain/ids.ts'
import type { PlannedTrack } from '#core/ports/season-reader.ts'
import { SourceFailed } from '#core/ports/timing-source.ts'
import type { JobName } from './job.ts'
import type { MakeWeekend, WeekendStep } from './make-weekend.ts'

/** What a thread is asked for: to look where the season lies, then one weekend after the other. */
export type ToWorker =
  | { readonly type: 'open'; readonly data: readonly string[] }
  | { readonly type: 'make'; readonly planned: PlannedTrack; readonly jobs: readonly JobName[] }

/** It answers with the steps of the weekend, then that it is done. */
export type FromWorker = { readonly trackId: TrackId } & (
  | { readonly type: 'made'; readonly step: WeekendStep }
  | { readonly type: 'done' }
  /** An error loses its class on the way; of the one kind that people are told, the message is enough. */
  | { readonly type: 'failed'; readonly error: unknown; readonly sourceFailed?: string }
)

export type WeekendWorkers = {
  /**
   * One for each thread, which opens the data while the season is still planned here. It may be asked for a
   * second weekend, which then waits for the first.
   */
  makers(data: readonly string[]): readonly MakeWeekend[]
  stop(): Promise<void>
}

/** Threads that make weekends. Each opens the data itself and holds one weekend. */
export function startWeekendWorkers(count: number): WeekendWorkers {
  const script = new URL('./weekend-worker.ts', import.meta.url)
  const workers = Array.from({ length: count }, () => new Worker(script))
  return {
    makers: (data) => workers.map((worker) => makerIn(worker, data)),
    stop: async () => {
      await Promise.all(workers.map(async (worker) => await worker.terminate()))
    },
  }
}

function makerIn(worker: Worker, data: readonly string[]): MakeWeekend {
  ask(worker, { type: 'open', data })
  return async function* make(planned, jobs) {
    const answers = on(worker, 'message', { close: ['exit'] })
    ask(worker, { type: 'make', planned, jobs })
    for await (const [message] of answers) {
      const answer: FromWorker = message
      if (answer.trackId !== planned.trackId) continue
      if (answer.type === 'failed')
        throw answer.sourceFailed === undefined
          ? answer.error
          : new SourceFailed(answer.sourceFailed)
      if (answer.type === 'done') return
      yield answer.step
    }
  }
}

function ask(worker: Worker, asked: ToWorker): void {
  worker.postMessage(asked)
}
