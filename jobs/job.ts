import type { Collection } from '#core/protocol/documents/collections.ts'
import type { Batch } from './batch.ts'
import type { Weekend } from './weekend.ts'
import type { WrittenDocuments } from './written-documents.ts'

export const jobNames = ['composites', 'sections', 'weather', 'patterns', 'coaching'] as const
export type JobName = (typeof jobNames)[number]

/** One of the five jobs. Work is shared out by track: what it makes of a weekend needs no other. */
export type Job = {
  readonly name: JobName
  readonly writes: readonly Collection[]
  /** `written` has what earlier jobs wrote in the same run; only coaching looks. */
  readonly batches: (
    weekend: Weekend,
    written: WrittenDocuments,
  ) => AsyncIterable<Batch> | Iterable<Batch>
}
