import { parentPort, workerData } from 'node:worker_threads'
import { openSource } from '#core/adapters/open-source.ts'
import { openRaces } from '#core/adapters/read-season.ts'
import { SourceError, SourceFailed } from '#core/ports/timing-source.ts'
import { allJobs } from './all-jobs.ts'
import { knownSeason } from './known-season.ts'
import { type MakeWeekend, weekendMaker } from './make-weekend.ts'
import { nothingStored } from './nothing-stored.ts'
import type { FromWorker, ToWorker } from './weekend-workers.ts'

/** A thread that makes the documents of one weekend at a time; see weekend-workers.ts. */
const data: readonly string[] = workerData
const opened = open()
// Data that is not there is told when the first weekend is asked for; main finds it out itself before.
opened.catch(() => undefined)

parentPort?.on('message', (asked: ToWorker) => {
  work(asked).catch((error: unknown) => {
    const isTold = error instanceof SourceFailed || error instanceof SourceError
    tell({ type: 'failed', error, ...(isTold && { sourceFailed: error.message }) })
  })
})

async function open(): Promise<MakeWeekend> {
  const { tracks, known } = await knownSeason()
  const reader = await openRaces(await Promise.all(data.map(openSource)), known)
  return weekendMaker(reader, tracks, allJobs, nothingStored)
}

async function work({ planned, jobs }: ToWorker): Promise<void> {
  const make = await opened
  for await (const step of make(planned, jobs)) tell(step)
  tell({ type: 'done' })
}

function tell(answer: FromWorker): void {
  parentPort?.postMessage(answer)
}
