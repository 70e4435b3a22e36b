import { parentPort } from 'node:worker_threads'
import { openSource } from '#core/adapters/open-source.ts'
import { openRaces } from '#core/adapters/read-season.ts'
import { SourceError, SourceFailed } from '#core/ports/timing-source.ts'
import { allJobs } from './all-jobs.ts'
import { buffersOf } from './gathered-documents.ts'
import { knownSeason } from './known-season.ts'
import { type MakeWeekend, type WeekendStep, weekendMaker } from './make-weekend.ts'
import { nothingStored } from './nothing-stored.ts'
import type { FromWorker, ToWorker } from './weekend-workers.ts'

/** A thread that makes the documents of one weekend at a time; see weekend-workers.ts. */
const season = knownSeason()
// Main reads the seeds itself and says what is wrong with them.
season.catch(() => undefined)
const opened = Promise.withResolvers<MakeWeekend>()
// Told with a weekend, when its turn comes.
opened.promise.catch(() => undefined)
let work = Promise.resolve()

parentPort?.on('message', (asked: ToWorker) => {
  if (asked.type === 'open') opened.resolve(open(asked.data))
  else work = work.then(async () => await answer(asked))
})

async function open(data: readonly string[]): Promise<MakeWeekend> {
  const { tracks, known } = await season
  const reader = await openRaces(await Promise.all(data.map(openSource)), known)
  return weekendMaker(reader, tracks, allJobs, nothingStored)
}

type Asked = Extract<ToWorker, { type: 'make' }>

async function answer({ planned, jobs }: Asked): Promise<void> {
  const { trackId } = planned
  try {
    const make = await opened.promise
    for await (const step of make(planned, jobs))
      tell({ type: 'made', trackId, step }, buffersIn(step))
    tell({ type: 'done', trackId })
  } catch (error) {
    const isTold = error instanceof SourceFailed || error instanceof SourceError
    tell({ type: 'failed', trackId, error, ...(isTold && { sourceFailed: error.message }) })
  }
}

/** They go over to the main thread instead of being copied. */
function buffersIn(step: WeekendStep): ArrayBuffer[] {
  if (step.type === 'read') return []
  return step.batches.flatMap(({ documents }) => [...buffersOf(documents)])
}

function tell(answer: FromWorker, buffers: ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, buffers)
}
