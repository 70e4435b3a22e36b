import { counted } from '#core/domain/wording.ts'
import type { DocumentStore, Run } from '#core/ports/document-store.ts'
import { type JobName, jobNames } from './job.ts'
import { publishIfWhole, refusedRowsOf } from './publish-run.ts'
import {
  NothingComputed,
  runJobs,
  type RunOutcome,
  type RunWith,
  type Weekends,
} from './run-jobs.ts'

/** Rows were refused in a run that was told to be strict; nothing was published. */
class RowsRefused extends NothingComputed {
  override name = 'RowsRefused'
}

/**
 * All five jobs over all weekends, and the flip: the season is published whole or not at all. Where tasks share
 * the tracks out, whichever of them does the last part publishes.
 */
export async function runSeason(
  weekends: Weekends,
  options: { readonly isStrict: boolean },
  runWith: RunWith,
): Promise<RunOutcome> {
  const { store, task } = runWith
  const run = await beginRun('season', runWith)
  try {
    const outcome = await runJobs(run, weekends, jobNames, runWith)
    if (options.isStrict) await refuseRefusedRows(run, outcome, store)
    const isPublished = await publishIfWhole(store, run)
    await run.end()
    return { ...outcome, isPublished }
  } catch (error) {
    // What a task has done stays for its next try and for the others.
    await (task === undefined ? run.abandon() : run.end())
    throw error
  }
}

/** One job alone: its part goes into an unpublished generation, for the next job or for `publish`. */
export async function runOneJob(
  weekends: Weekends,
  job: JobName,
  runWith: RunWith,
): Promise<RunOutcome> {
  const run = await beginRun(job, runWith)
  try {
    const outcome = await runJobs(run, weekends, [job], runWith)
    return { ...outcome, isPublished: false }
  } finally {
    await run.end()
  }
}

async function beginRun(job: string, { store, runId, startedBy, task }: RunWith): Promise<Run> {
  return await store.beginRun({ runId, job, startedBy, isShared: task !== undefined })
}

async function refuseRefusedRows(run: Run, { problems }: RunOutcome, store: DocumentStore) {
  const refused = await refusedRowsOf(store, run)
  if (refused === 0) return
  throw new RowsRefused(`${counted(refused, 'row')} refused: nothing was published.`, problems)
}
