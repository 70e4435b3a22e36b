import type { Collection, DocumentReader, StoredDocument } from '#core/ports/document-store.ts'
import type { Weekend } from './weekend.ts'

export const jobNames = ['composites', 'sections', 'weather', 'patterns', 'coaching'] as const
export type JobName = (typeof jobNames)[number]

/** Documents of one collection that belong together and are written together. */
export type Batch = {
  readonly collection: Collection
  readonly documents: readonly StoredDocument[]
}

/** One of the five jobs. Work is shared out by track: what it makes of a weekend needs no other. */
export type Job = {
  readonly name: JobName
  readonly writes: readonly Collection[]
  /** `written` reads what earlier jobs wrote in the same run; only coaching looks. */
  readonly batches: (
    weekend: Weekend,
    written: DocumentReader,
  ) => AsyncIterable<Batch> | Iterable<Batch>
}
