import {
  RunRefused,
  type CollectionCounts,
  type DocumentReader,
  type DocumentStore,
  type Run,
} from '#core/ports/document-store.ts'
import { addCounts, noDocuments } from './expected-counts.ts'
import { jobNames } from './job.ts'
import { partsOf, readRecords, type PartRecord, type RunRecords } from './run-records.ts'

/** Verifies that a run is whole and flips to it; rejects with `RunRefused` where it is not. */
export async function publishRun(runWith: {
  readonly store: DocumentStore
  readonly runId: string
  readonly startedBy: string
}): Promise<CollectionCounts> {
  const { store, runId, startedBy } = runWith
  // Beside tasks that have just died: what they left undone is seen from the parts.
  const run = await store.beginRun({ runId, job: 'publish', startedBy, isShared: true })
  try {
    const records = await readRecords(await store.open(run.generation))
    const missing = missingParts(records)
    if (missing !== undefined)
      throw new RunRefused(`Not published: ${missing}. Run what is missing with --run ${runId}.`)
    await run.publish(countsOf(records.parts))
    return await run.counts()
  } finally {
    await run.end()
  }
}

/**
 * Publishes a run whose tasks share the tracks out, when its last part is done: by whichever task sees that.
 * False while parts are missing.
 */
export async function publishIfWhole(store: DocumentStore, run: Run): Promise<boolean> {
  const records = await readRecords(await store.open(run.generation))
  if (missingParts(records) !== undefined) return false
  try {
    await run.publish(countsOf(records.parts))
  } catch (error) {
    // The last two may see it at the same time.
    if (!(error instanceof RunRefused) || !(await isPublished(store, run.runId))) throw error
  }
  return true
}

/** Whether a try of the same run has published it: then nothing is left to do. */
export async function isPublished(store: DocumentStore, runId: string): Promise<boolean> {
  const generations = await store.generations()
  return generations.some((info) => info.runId === runId && info.state === 'published')
}

/** How many documents of each collection a run noted that it must have. */
export async function notedCounts(reader: DocumentReader): Promise<CollectionCounts> {
  return countsOf((await readRecords(reader)).parts)
}

/** 'sections, coaching (barber, cota) are missing', or nothing. */
function missingParts({ season, parts }: RunRecords): string | undefined {
  if (season === undefined) return 'no job has begun'
  const done = new Set(parts.map(({ job, track }) => `${job} ${track}`))
  const missing = partsOf(season).filter(({ job, track }) => !done.has(`${job} ${track}`))
  const ofJobs = Map.groupBy(missing, ({ job }) => job)
  if (ofJobs.size === 0) return undefined
  const texts = Array.from(ofJobs, ([job, ofJob]) => {
    const isAll = ofJob.length === season.tracks.length
    return isAll ? job : `${job} (${ofJob.map(({ track }) => track).join(', ')})`
  })
  return `${texts.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`
}

/**
 * How many documents a whole run must have, as its jobs counted them from the timing itself. Each job of a
 * track read it for itself, and what they counted has to agree.
 */
function countsOf(parts: readonly PartRecord[]): CollectionCounts {
  const ofTracks = Map.groupBy(parts, ({ track }) => track)
  const changed = [...ofTracks].filter(([, ofTrack]) => !agree(ofTrack)).map(([track]) => track)
  if (changed.length > 0 || new Set(parts.map(({ inputs }) => inputs)).size > 1)
    throw new RunRefused(
      `Not published: the timing files changed between the jobs of this run${changed.length === 0 ? '' : ` (${changed.join(', ')})`}. Begin a new run.`,
    )
  const each = [...ofTracks.values()].flatMap(([first]) => (first ? [first.expected] : []))
  const expected = each.reduce(addCounts, noDocuments)
  if (expected.races === 0) throw new RunRefused('Not published: no race could be computed.')
  return expected
}

function agree(parts: readonly PartRecord[]): boolean {
  return new Set(parts.map(({ expected }) => JSON.stringify(expected))).size <= 1
}

/** Rows that could not be used, over all tracks of a run. */
export async function refusedRowsOf(store: DocumentStore, run: Run): Promise<number> {
  const { parts } = await readRecords(await store.open(run.generation))
  const ofFirstJob = parts.filter(({ job }) => job === jobNames[0])
  return ofFirstJob.reduce((sum, { refusedRows }) => sum + refusedRows, 0)
}
