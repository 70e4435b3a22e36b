import type { BulkWriter, DocumentReference } from '@google-cloud/firestore'
import type { FirestoreDatabase } from './firestore-database.ts'

export type FirestoreWrite = {
  readonly document: DocumentReference
  /** Absent: the document is deleted. */
  readonly data?: Readonly<Record<string, unknown>>
  /** Adds to what is in the document instead of replacing it. */
  readonly isMerged?: boolean
  /** At most. */
  readonly bytes: number
}

/** So much is under way at a time: what waits is in memory. */
const mostWrites = 2000
const mostBytes = 8_000_000
/** For so much, at the slowest rate that is begun with. */
const takenWithinMs = 120_000
/** What Google advises to begin with in a new collection; the client raises it by half every five minutes. */
const firstPerSecond = 500

export type Bulk = {
  /** Resolves when all is stored; what is not in order: a document is to be written once only. */
  write(writes: readonly FirestoreWrite[]): Promise<void>
  /** Deletes the document with all that is below it, also where it is not there itself. */
  deleteAll(document: DocumentReference): Promise<void>
  close(): Promise<void>
}

/** Writes much, as quickly as the database may be written. */
export function createBulk({ firestore, isEmulator, ask }: FirestoreDatabase): Bulk {
  const writer = firestore.bulkWriter({
    throttling: isEmulator ? false : { initialOpsPerSecond: firstPerSecond },
  })
  return {
    write: async (writes) => {
      for (const chunk of chunksOf(writes)) {
        // oxlint-disable-next-line no-await-in-loop -- more at once would only wait in memory
        await ask(() => writeChunk(writer, chunk), takenWithinMs)
      }
    },
    deleteAll: (document) => ask(() => firestore.recursiveDelete(document, writer), 30 * 60_000),
    close: () => ask(() => writer.close(), takenWithinMs),
  }
}

async function writeChunk(writer: BulkWriter, chunk: readonly FirestoreWrite[]): Promise<void> {
  const written = chunk.map(({ document, data, isMerged }) => {
    if (data === undefined) return writer.delete(document)
    return isMerged === true
      ? writer.set(document, data, { merge: true })
      : writer.set(document, data)
  })
  const all = Promise.all(written)
  // Its failure is told when the others have ended too.
  all.catch(() => undefined)
  await writer.flush()
  await all
}

function chunksOf(writes: readonly FirestoreWrite[]): FirestoreWrite[][] {
  const chunks: FirestoreWrite[][] = []
  let bytes = 0
  for (const write of writes) {
    const chunk = chunks.at(-1)
    if (chunk === undefined || chunk.length === mostWrites || bytes + write.bytes > mostBytes) {
      chunks.push([write])
      bytes = write.bytes
    } else {
      chunk.push(write)
      bytes += write.bytes
    }
  }
  return chunks
}
