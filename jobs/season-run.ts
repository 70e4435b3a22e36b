import type { Problem } from '#core/domain/problem.ts'
import { counted } from '#core/domain/wording.ts'
import type { CollectionCounts, DocumentStore, Run } from '#core/ports/document-store.ts'
import type { SeasonReader } from '#core/ports/season-reader.ts'
import { addWeekend, countsByRaces, noDocuments } from './expected-counts.ts'
import type { Job } from './job.ts'
import type { OnProgress } from './progress.ts'
import { readWeekend, type Tracks, type WeekendRead } from './read-weekend.ts'
import {
  rememberedDocuments,
  type RememberedDocuments,
  storedDocuments,
} from './written-documents.ts'

/** What a run works with. Ids and clock are handed in. */
export type RunWith = {
  readonly store: DocumentStore
  readonly tracks: Tracks
  readonly runId: string
  readonly startedBy: string
  /** Milliseconds that go on evenly. */
  readonly clock: () => number
  readonly onProgress: OnProgress
}

export type RunOutcome = {
  readonly runId: string
  readonly races: number
  readonly laps: number
  readonly rowsRead: number
  readonly refusedRows: number
  /** Documents of the run by collection. */
  readonly counts: CollectionCounts
  readonly problems: readonly Problem[]
  /** What has to be known about the data of its races: they are in the documents of races. */
  readonly notes: number
  readonly tookMs: number
  /** Whether this is now the season that is read. */
  readonly isPublished: boolean
}

/** Nothing of the data could be computed; the problems say why. */
export class NothingComputed extends Error {
  override name = 'NothingComputed'
  readonly problems: readonly Problem[]
  constructor(message: string, problems: readonly Problem[]) {
    super(message)
    this.problems = problems
  }
}

/** Rows were refused in a run that was told to be strict; nothing was published. */
export class RowsRefused extends NothingComputed {
  override name = 'RowsRefused'
}

/** All five jobs over all weekends, and the flip: the season is published whole or not at all. */
export async function runSeason(
  reader: SeasonReader,
  jobs: readonly Job[],
  options: { readonly isStrict: boolean },
  runWith: RunWith,
): Promise<RunOutcome> {
  const { store, runId, startedBy } = runWith
  const run = await store.beginRun({ runId, job: 'season', startedBy })
  try {
    const done = await runJobs(run, reader, jobs, runWith)
    const { refusedRows, problems } = done.outcome
    if (options.isStrict && refusedRows > 0)
      throw new RowsRefused(
        `${counted(refusedRows, 'row')} refused: nothing was published.`,
        problems,
      )
    await run.publish(done.expected)
    return { ...done.outcome, isPublished: true }
  } catch (error) {
    await run.abandon()
    throw error
  }
}

/** One job alone: its part goes into an unpublished generation, for the next job or for `publish`. */
export async function runOneJob(
  reader: SeasonReader,
  job: Job,
  runWith: RunWith,
): Promise<RunOutcome> {
  const { store, runId, startedBy } = runWith
  const run = await store.beginRun({ runId, job: job.name, startedBy })
  try {
    const { outcome } = await runJobs(run, reader, [job], runWith)
    return { ...outcome, isPublished: false }
  } finally {
    await run.end()
  }
}

/** Verifies the counts of a run that single jobs wrote, and flips to it. */
export async function publishRun(
  runWith: Pick<RunWith, 'store' | 'runId' | 'startedBy'>,
): Promise<CollectionCounts> {
  const { store, runId, startedBy } = runWith
  const run = await store.beginRun({ runId, job: 'publish', startedBy })
  try {
    await run.publish(await countsByRaces(await store.open(run.generation)))
    return await run.counts()
  } finally {
    await run.end()
  }
}

/** What adds up from weekend to weekend. */
type Tally = {
  races: number
  laps: number
  rowsRead: number
  refusedRows: number
  documents: number
  notes: number
  expected: CollectionCounts
  readonly problems: Problem[]
}

async function runJobs(
  run: Run,
  reader: SeasonReader,
  jobs: readonly Job[],
  { store, tracks, clock, onProgress, runId }: RunWith,
) {
  const startedAt = clock()
  const written = rememberedDocuments(storedDocuments(await store.open(run.generation)))
  const tally = newTally(reader)
  const steps = reader.plan.tracks.flatMap((planned) => jobs.map((job) => ({ planned, job })))
  let read: WeekendRead | undefined
  for (const [index, { planned, job }] of steps.entries()) {
    if (job === jobs[0]) {
      // oxlint-disable-next-line no-await-in-loop -- a weekend at a time is what memory has to hold
      read = await readWeekend(reader, planned, tracks)
      written.forget()
      addTo(tally, read)
    }
    if (read === undefined || read.weekend.races.length === 0) continue
    // oxlint-disable-next-line no-await-in-loop -- coaching reads what the jobs before it wrote
    await writeJob(run, job, read, written, tally)
    onProgress({
      job: job.name,
      track: planned.trackId,
      races: read.weekend.races.length,
      documents: tally.documents,
      done: index + 1,
      of: steps.length,
      tookMs: clock() - startedAt,
    })
  }
  const { races, laps, rowsRead, refusedRows, notes, problems, expected } = tally
  if (races === 0) throw new NothingComputed('No race could be computed.', problems)
  const counts = await run.counts()
  const tookMs = clock() - startedAt
  return {
    outcome: { runId, races, laps, rowsRead, refusedRows, counts, problems, notes, tookMs },
    expected,
  }
}

function newTally(reader: SeasonReader): Tally {
  const problems = [...reader.plan.problems]
  const zero = { races: 0, laps: 0, rowsRead: 0, refusedRows: 0, documents: 0, notes: 0 }
  return { ...zero, expected: noDocuments, problems }
}

function addTo(tally: Tally, { weekend, problems, rowsRead, refusedRows }: WeekendRead): void {
  tally.problems.push(...problems)
  tally.rowsRead += rowsRead
  tally.refusedRows += refusedRows
  if (weekend.races.length === 0) return
  tally.races += weekend.races.length
  tally.laps += weekend.races.reduce((sum, { timing }) => sum + timing.laps.length, 0)
  tally.expected = addWeekend(tally.expected, weekend)
}

/** Writes what a job makes of a weekend, and clears what an earlier try left of it. */
async function writeJob(
  run: Run,
  job: Job,
  { weekend, lines }: WeekendRead,
  written: RememberedDocuments,
  tally: Tally,
): Promise<void> {
  const { trackId } = weekend.track
  for (const collection of job.writes) {
    // oxlint-disable-next-line no-await-in-loop -- each before what is written in its place
    for (const prefix of [`${trackId}-r`, `${trackId}_`]) await run.clear(collection, prefix)
  }
  for await (const batch of job.batches(weekend, written)) {
    await run.write(batch.collection, batch.documents)
    written.remember(batch)
    tally.documents += batch.documents.length
    if (batch.collection === 'races')
      for (const { document } of batch.documents) tally.notes += document.dataQuality.length
  }
  if (job.name === 'composites') await run.writeLines(lines)
}
