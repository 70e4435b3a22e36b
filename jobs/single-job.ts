import type { DocumentStore } from '#core/ports/document-store.ts'
import type { RaceReader } from '#core/ports/season-reader.ts'
import { allJobs } from './all-jobs.ts'
import { type MakeWeekend, weekendMaker } from './make-weekend.ts'
import type { Tracks } from './read-weekend.ts'
import { storedDocuments } from './stored-documents.ts'

/** Makes weekends in this thread, for a job that runs alone and reads what the ones before it stored. */
export function makerInThisThread(
  reader: RaceReader,
  tracks: Tracks,
  store: DocumentStore,
  runId: string,
): MakeWeekend {
  return weekendMaker(reader, tracks, allJobs, storedDocuments(store, runId))
}
