import { parentPort, workerData } from 'node:worker_threads'
import { openSource } from '#core/adapters/open-source.ts'
import { openRaces } from '#core/adapters/read-season.ts'
import { allJobs } from './all-jobs.ts'
import { knownSeason } from './known-season.ts'
import { weekendMaker } from './make-weekend.ts'
import type { ToWorker } from './weekend-workers.ts'
import { nothingStored } from './written-documents.ts'

/** A thread that makes the documents of one weekend at a time; see weekend-workers.ts. */
const data: readonly string[] = workerData
const { tracks, known } = await knownSeason()
const reader = await openRaces(await Promise.all(data.map(openSource)), known)
const make = weekendMaker(reader, tracks, allJobs, nothingStored)

parentPort?.on('message', (asked: ToWorker) => {
  void work(asked)
})

async function work({ planned, jobs }: ToWorker): Promise<void> {
  for await (const step of make(planned, jobs)) parentPort?.postMessage(step)
  parentPort?.postMessage('done')
}
