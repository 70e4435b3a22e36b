import { randomUUID } from 'node:crypto'
import {
  GenerationGone,
  type DocumentStore,
  type GenerationInfo,
  type RunRequest,
} from '#core/ports/document-store.ts'
import { createBulk } from './firestore-bulk.ts'
import type { FirestoreDatabase } from './firestore-database.ts'
import { enterRun } from './firestore-enter-run.ts'
import { generationOf } from './firestore-generations.ts'
import { holderRow, keepLease } from './firestore-holders.ts'
import { generation, pointer, queries } from './firestore-queries.ts'
import { createFirestoreReader, type FirestoreReader } from './firestore-reader.ts'
import { flipBack } from './firestore-publish.ts'
import { createFirestoreRun } from './firestore-run.ts'
import { refuseOtherRunIds } from './run-checks.ts'

export type FirestoreTimes = {
  /** A run whose process says nothing for so long has died. */
  readonly leaseMs: number
  /** Documents of a removed generation are deleted so much later, for those who are reading them. */
  readonly graceMs: number
  /** So long the published season is not asked for again. */
  readonly pointerKeptMs: number
}

const defaultTimes: FirestoreTimes = { leaseMs: 30_000, graceMs: 10_000, pointerKeptMs: 1000 }

/** Seasons in Firestore. Whoever connected the database closes it. */
export function createFirestoreDocumentStore(
  database: FirestoreDatabase,
  times: Partial<FirestoreTimes> = {},
  now: () => Date = () => new Date(),
): DocumentStore {
  const { firestore, ask } = database
  const used = { ...defaultTimes, ...times }
  const clock = () => performance.now()
  const createReader = (info: GenerationInfo) =>
    createFirestoreReader(database, info, { graceMs: used.graceMs, clock })
  const open = new Set<ReturnType<typeof createFirestoreRun>>()
  const current = publishedReader(database, createReader, used.pointerKeptMs, clock)

  return {
    current: current.read,
    generations: async () => {
      const { docs } = await ask(() => queries.generationsInOrder(firestore).get())
      return docs.map((found) => generationOf(found.data()))
    },
    open: async (number) => {
      const askedAtMs = clock()
      const found = await ask(() => generation(firestore, number).get())
      if (!found.exists) throw new GenerationGone(number)
      const reader = createReader(generationOf(found.data()))
      reader.confirm(askedAtMs)
      return reader
    },
    beginRun: async (request) => {
      refuseOtherRunIds(request.runId)
      const run = await beginRun(database, request, {
        ...used,
        now,
        published: current.forget,
        ended: () => void open.delete(run),
      })
      open.add(run)
      return run
    },
    activate: async (number, expected) => {
      const info = await ask(() => flipBack(database, number, expected))
      current.forget()
      return info
    },
    close: async () => {
      await Promise.all(Array.from(open, (run) => run.drop()))
      await database.close()
    },
  }
}

type RunOptions = FirestoreTimes & {
  readonly now: () => Date
  readonly published: () => void
  readonly ended: () => void
}

async function beginRun(database: FirestoreDatabase, request: RunRequest, options: RunOptions) {
  const { leaseMs } = options
  const id = randomUUID()
  const row = holderRow(request, options.now())
  const generation = await database.ask(() => enterRun(database, { id, row }, leaseMs))
  const { runId, isShared } = row
  const lease = keepLease(database, { id, runId }, leaseMs)
  const bulk = createBulk(database)
  return createFirestoreRun({
    ...options,
    database,
    runId,
    isShared,
    generation,
    holder: id,
    bulk,
    lease,
  })
}

/** One reader for each published season, asked for anew only after a moment. */
function publishedReader(
  { firestore, ask }: FirestoreDatabase,
  createReader: (info: GenerationInfo) => FirestoreReader,
  keptMs: number,
  clock: () => number,
) {
  let reader: FirestoreReader | undefined
  let asked:
    | { readonly atMs: number; readonly answer: Promise<FirestoreReader | undefined> }
    | undefined

  const askFirestore = async (atMs: number) => {
    const found = await ask(() => pointer(firestore).get())
    if (!found.exists) return undefined
    const info = generationOf(found.data())
    if (reader?.generation.runId !== info.runId) reader = createReader(info)
    reader.confirm(atMs)
    return reader
  }
  const forget = () => {
    asked = undefined
  }
  return {
    forget,
    read: () => {
      const atMs = clock()
      if (asked !== undefined && atMs - asked.atMs < keptMs) return asked.answer
      const answer = askFirestore(atMs)
      asked = { atMs, answer }
      answer.catch(forget)
      return answer
    },
  }
}
