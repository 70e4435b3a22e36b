import type { Problem } from '#core/domain/problem.ts'
import type {
  Collection,
  CollectionCounts,
  EncodedDocument,
  SourceFileLines,
} from '#core/ports/document-store.ts'
import type { PlannedTrack, RaceReader } from '#core/ports/season-reader.ts'
import { expectedOf } from './expected-counts.ts'
import { gatherDocuments } from './gathered-documents.ts'
import type { Job, JobName } from './job.ts'
import { readWeekend, type Tracks } from './read-weekend.ts'
import { rememberedDocuments, type WrittenDocuments } from './written-documents.ts'

/** What reading a weekend brought to light. */
export type WeekendRead = {
  readonly type: 'read'
  readonly races: number
  readonly laps: number
  readonly rowsRead: number
  readonly refusedRows: number
  readonly problems: readonly Problem[]
  /** Documents that the jobs must make of it. */
  readonly expected: CollectionCounts
  /** The CSV lines that facts of its races open. */
  readonly lines: readonly SourceFileLines[]
  /** The digest of what it was read from, where that has versions. */
  readonly inputs?: string
}

/** What one job made of a weekend, as it will lie in the store. */
type WeekendJobDone = {
  readonly type: 'job'
  readonly job: JobName
  readonly writes: readonly Collection[]
  readonly batches: readonly {
    readonly collection: Collection
    readonly documents: readonly EncodedDocument[]
  }[]
  /** Notes on the data of its races. */
  readonly notes: number
}

/** A weekend as it is worked on. All of it is plain data, so that it may be made in another thread. */
export type WeekendStep = WeekendRead | WeekendJobDone

export type MakeWeekend = (
  planned: PlannedTrack,
  jobs: readonly JobName[],
) => AsyncIterable<WeekendStep>

/** Reads a weekend and runs jobs on it; a weekend without a race is read and has no job. */
export function weekendMaker(
  reader: RaceReader,
  tracks: Tracks,
  allJobs: readonly Job[],
  stored: WrittenDocuments,
): MakeWeekend {
  return async function* make(planned, names) {
    const { weekend, ...read } = await readWeekend(reader, planned, tracks)
    yield {
      type: 'read',
      races: weekend.races.length,
      laps: weekend.races.reduce((sum, { timing }) => sum + timing.laps.length, 0),
      expected: expectedOf(weekend),
      ...(reader.inputs.digest !== undefined && { inputs: reader.inputs.digest }),
      ...read,
    }
    if (weekend.races.length === 0) return
    const written = rememberedDocuments(stored)
    for (const job of allJobs.filter(({ name }) => names.includes(name))) {
      const made = new Map<Collection, ReturnType<typeof gatherDocuments>>()
      let notes = 0
      // oxlint-disable-next-line no-await-in-loop -- coaching reads what the jobs before it wrote
      for await (const batch of job.batches(weekend, written)) {
        written.remember(batch)
        if (batch.collection === 'races')
          for (const { document } of batch.documents) notes += document.dataQuality.length
        const gathered = made.getOrInsertComputed(batch.collection, gatherDocuments)
        for (const { id, document } of batch.documents) gathered.add(id, document)
      }
      const batches = Array.from(made, ([collection, { all }]) => ({
        collection,
        documents: all(),
      }))
      yield { type: 'job', job: job.name, writes: job.writes, batches, notes }
    }
  }
}
