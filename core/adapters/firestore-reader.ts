import type {
  DocumentReference,
  DocumentSnapshot,
  QueryDocumentSnapshot,
} from '@google-cloud/firestore'
import DataLoader from 'dataloader'
import * as z from 'zod'
import {
  GenerationGone,
  type Collection,
  type DocumentReader,
  type DocumentText,
  type GenerationInfo,
  type JsonObject,
  type ListOptions,
  type Page,
  type StoredDocument,
} from '#core/ports/document-store.ts'
import type { FirestoreDatabase } from './firestore-database.ts'
import { documents, generation, queries } from './firestore-queries.ts'
import { lineBlock, LinesRow } from './firestore-source-lines.ts'
import { TextRow, wholeText } from './firestore-text.ts'

export type FirestoreReader = DocumentReader & {
  /** The generation was there at that time, on the clock that was handed in. */
  confirm(atMs: number): void
}

export type ReaderOptions = {
  /** Documents of a removed generation stay for so long. */
  readonly graceMs: number
  readonly clock: () => number
}

/**
 * Reads one generation. What a query finds is whole when the generation was still there less than the grace before the
 * query's end: so the generation itself is seldom asked for.
 */
export function createFirestoreReader(
  database: FirestoreDatabase,
  info: GenerationInfo,
  { graceMs, clock }: ReaderOptions,
): FirestoreReader {
  const { firestore, ask } = database
  const number = info.generation
  const find = prepareReads(database, number)
  let confirmedAtMs = -Infinity

  const whole = async <Result>(read: () => Promise<Result>): Promise<Result> => {
    const result = await ask(read)
    if (clock() - confirmedAtMs < graceMs) return result
    const askedAtMs = clock()
    const { exists } = await ask(() => generation(firestore, number).get())
    if (!exists) throw new GenerationGone(number)
    confirmedAtMs = askedAtMs
    return result
  }
  /** A document is whole by itself: only where there is none it may have been removed. */
  const getText = async (collection: Collection, id: string): Promise<string | undefined> => {
    const text = await find.text(collection, id)
    return text ?? (await whole(() => Promise.resolve(undefined)))
  }

  return {
    generation: info,
    confirm: (atMs) => {
      confirmedAtMs = Math.max(confirmedAtMs, atMs)
    },
    getText,
    get: async (collection, id) => {
      const text = await getText(collection, id)
      return text === undefined ? undefined : parsed(text)
    },
    listText: (collection, options) => whole(() => find.page(collection, options)),
    list: async (collection, options) => {
      const page = await whole(() => find.page(collection, options))
      return { ...page, documents: page.documents.map(parsedDocument) }
    },
    records: async (prefix) => (await whole(() => find.records(prefix))).map(parsedDocument),
    count: (collection, prefix) => whole(() => find.count(collection, prefix)),
    sourceLine: (file, line) => whole(() => find.sourceLine(file, line)),
  }
}

/** So many documents are asked for at a time: a race's patterns are half a megabyte. */
const mostTogether = 100

function prepareReads({ firestore, ask }: FirestoreDatabase, number: number) {
  /** What is asked for in the same turn goes to Firestore as one request. */
  const together = new DataLoader<DocumentReference, string | undefined>(
    (asked) => ask(async () => Promise.all((await firestore.getAll(...asked)).map(textIfThere))),
    { cache: false, maxBatchSize: mostTogether },
  )
  return {
    text: (collection: Collection, id: string) =>
      together.load(documents(firestore, number, collection).doc(id)),
    page: async (
      collection: Collection,
      { limit, ...range }: ListOptions,
    ): Promise<Page<DocumentText>> => {
      const query = queries.inIdOrder(documents(firestore, number, collection), range)
      // One more than asked for tells whether there is a next page.
      const { docs } = await query.limit(limit + 1).get()
      const found = await Promise.all(docs.slice(0, limit).map(textOf))
      const last = found.at(-1)
      return docs.length > limit && last
        ? { documents: found, next: last.id }
        : { documents: found }
    },
    records: async (prefix = '') => {
      const query = queries.inIdOrder(documents(firestore, number, 'records'), { prefix })
      return Promise.all((await query.get()).docs.map(textOf))
    },
    count: async (collection: Collection, prefix = '') => {
      const query = queries.withIds(documents(firestore, number, collection), { prefix })
      return Counted.parse((await query.count().get()).data()).count
    },
    sourceLine: async (file: string, line: number) => {
      const { id, field } = lineBlock(file, line)
      const found = await documents(firestore, number, 'source_lines').doc(id).get()
      if (!found.exists) return undefined
      const { header, struckOut, lines } = LinesRow.parse(found.data())
      const cells = lines[field]
      return cells && { header, struckOut, cells }
    },
  }
}

const Counted = z.object({ count: z.int() })

async function textIfThere(found: DocumentSnapshot): Promise<string | undefined> {
  return found.exists ? wholeText(found.ref, TextRow.parse(found.data())) : undefined
}

async function textOf(found: QueryDocumentSnapshot): Promise<DocumentText> {
  return { id: found.id, text: await wholeText(found.ref, TextRow.parse(found.data())) }
}

function parsedDocument({ id, text }: DocumentText): StoredDocument {
  return { id, document: parsed(text) }
}

function parsed(text: string): JsonObject {
  const document: JsonObject = JSON.parse(text)
  return document
}
