import {
  RunRefused,
  type Collection,
  type EncodedDocument,
  type Run,
  type SourceFileLines,
} from '#core/ports/document-store.ts'
import type { Bulk } from './firestore-bulk.ts'
import { countDocuments } from './firestore-counts.ts'
import type { FirestoreDatabase } from './firestore-database.ts'
import { generationOf } from './firestore-generations.ts'
import type { Lease } from './firestore-holders.ts'
import {
  flipPointer,
  type HeldRun,
  leaveRun,
  refuseUnlessWritten,
  removeDocuments,
  removeRun,
} from './firestore-publish.ts'
import { documents, generation, queries } from './firestore-queries.ts'
import { lineWrites } from './firestore-source-lines.ts'
import { partsOf, TextRow, textWrites } from './firestore-text.ts'
import { encoded, refuseOtherCounts, refuseOtherIds } from './run-checks.ts'

const decoder = new TextDecoder()

type OpenRun = HeldRun & {
  readonly database: FirestoreDatabase
  readonly now: () => Date
  readonly isShared: boolean
  readonly graceMs: number
  readonly bulk: Bulk
  readonly lease: Lease
  /** There is a newer season. */
  readonly published: () => void
  readonly ended: () => void
}

/** `drop` leaves the run as a process does that dies. */
export function createFirestoreRun(run: OpenRun): Run & { readonly drop: () => Promise<void> } {
  const { database, runId, bulk, lease } = run
  const { firestore, ask } = database
  let stage: 'writing' | 'published' | 'ended' = 'writing'
  const writer = prepareWriter(run)

  const whileWriting = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (stage !== 'writing') throw new RunRefused(`Run ${runId} is ${stage}: it writes no more.`)
    await lease.check()
    if (run.isShared) await refuseWhatOthersEnded(run)
    return work()
  }
  const finish = async () => {
    stage = 'ended'
    lease.stop()
    await bulk.close()
    run.ended()
  }

  return {
    runId,
    generation: run.generation,
    write: (collection, batch) => whileWriting(() => writer.write(collection, batch.map(encoded))),
    writeEncoded: (collection, batch) => whileWriting(() => writer.write(collection, batch)),
    writeLines: (files) => whileWriting(() => writer.writeLines(files)),
    writeRecord: (id, document) =>
      whileWriting(() => writer.write('records', [encoded({ id, document })])),
    clear: (collection, prefix) => whileWriting(() => writer.clear(collection, prefix)),
    counts: () => countDocuments(database, run.generation),
    publish: (expected) =>
      whileWriting(async () => {
        refuseOtherCounts(await countDocuments(database, run.generation), expected)
        const info = await ask(() => flipPointer(database, run, run.now()))
        stage = 'published'
        run.published()
        await removeDocuments(database, bulk, run.graceMs)
        return info
      }),
    abandon: () =>
      whileWriting(async () => {
        await ask(() => removeRun(database, run))
        await bulk.deleteAll(generation(firestore, run.generation))
        await finish()
      }),
    end: async () => {
      if (stage === 'ended') return
      await ask(() => leaveRun(database, run))
      await finish()
    },
    drop: finish,
  }
}

/** Another task may have published or removed the run meanwhile. */
async function refuseWhatOthersEnded({ database, runId, generation: number }: OpenRun) {
  const found = await database.ask(() => generation(database.firestore, number).get())
  refuseUnlessWritten(runId, found.exists ? generationOf(found.data()) : undefined)
}

function prepareWriter({ database, generation: number, bulk }: OpenRun) {
  const { firestore, ask } = database
  const place = (collection: Collection | 'source_lines' | 'records') =>
    documents(firestore, number, collection)
  return {
    write: async (collection: Collection | 'records', batch: readonly EncodedDocument[]) => {
      refuseOtherIds(batch)
      await bulk.write(
        batch.flatMap(({ id, utf8 }) =>
          textWrites(place(collection).doc(id), decoder.decode(utf8)),
        ),
      )
    },
    writeLines: (files: readonly SourceFileLines[]) =>
      bulk.write(files.flatMap((file) => lineWrites(place('source_lines'), file))),
    clear: async (collection: Collection, prefix = '') => {
      const query = queries.withIds(place(collection), { prefix }).select('more')
      const { docs } = await ask(() => query.get())
      const found = docs.flatMap((each) => [
        each.ref,
        ...partsOf(each.ref, Parted.parse(each.data())),
      ])
      await bulk.write(found.map((document) => ({ document, bytes: 0 })))
    },
  }
}

const Parted = TextRow.pick({ more: true })
