import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import * as z from 'zod'
import {
  collections,
  GenerationGone,
  type Collection,
  type DocumentReader,
  type DocumentText,
  type GenerationInfo,
  type JsonObject,
  type ListOptions,
  type Page,
} from '#core/ports/document-store.ts'
import { findGeneration, tablesOf } from './sqlite-generations.ts'

/** Collections are stored by their place in this list. */
export function collectionNumber(collection: Collection): number {
  return collections.indexOf(collection)
}

/** Records of the run lie beside its documents. */
export const recordsNumber = collections.length

/** The ids that begin with the prefix lie between it and this: ids are ASCII, all before DEL. */
export function endOf(prefix: string): string {
  return `${prefix}\u007f`
}

const Cells = z.array(z.string())
const LineRow = z.object({ header: z.string(), struck_out: z.string(), cells: z.string() })

/** Throws `GenerationGone` when the tables of the generation vanished, all at once as they do. */
function whileStored<Result>(database: DatabaseSync, generation: number, read: () => Result) {
  try {
    return read()
  } catch (error) {
    if (findGeneration(database, generation)) throw error
    throw new GenerationGone(generation)
  }
}

export function createReader(database: DatabaseSync, generation: GenerationInfo): DocumentReader {
  const number = generation.generation
  const queries = whileStored(database, number, () => prepareQueries(database, number))
  const guarded = <Result>(read: () => Result) =>
    Promise.try(() => whileStored(database, number, read))
  const list = (collection: Collection, options: ListOptions) =>
    guarded(() => pageOf(queries.list, collection, options))

  return {
    generation,
    getText: (collection, id) => guarded(() => queries.text(collection, id)),
    get: (collection, id) =>
      guarded(() => {
        const text = queries.text(collection, id)
        return text === undefined ? undefined : parsed(text)
      }),
    listText: list,
    list: async (collection, options) => {
      const page = await list(collection, options)
      const documents = page.documents.map(({ id, text }) => ({ id, document: parsed(text) }))
      return { ...page, documents }
    },
    count: (collection, prefix = '') => guarded(() => queries.count(collection, prefix)),
    sourceLine: (file, line) => guarded(() => queries.sourceLine(file, line)),
    records: (prefix = '') =>
      guarded(() => {
        const found = queries.list(recordsNumber, prefix, endOf(prefix), -1)
        return found.map(({ id, text }) => ({ id, document: parsed(text) }))
      }),
  }
}

function prepareQueries(database: DatabaseSync, generation: number) {
  const { documents, files, lines } = tablesOf(generation)
  const text = database.prepare(`SELECT text FROM ${documents} WHERE collection = ? AND id = ?`)
  const inRange = `${documents} WHERE collection = ? AND id >= ? AND id < ?`
  const list = database.prepare(`SELECT id, text FROM ${inRange} ORDER BY id LIMIT ?`)
  const count = database.prepare(`SELECT count(*) AS documents FROM ${inRange}`)
  const line = database.prepare(
    `SELECT header, struck_out, cells FROM ${files} JOIN ${lines} USING (file_number)
     WHERE file = ? AND line = ?`,
  )
  return {
    text: (collection: Collection, id: string) => {
      const row = text.get(collectionNumber(collection), id)
      return row === undefined ? undefined : String(row['text'])
    },
    list: (...range: SQLInputValue[]) =>
      list.all(...range).map((row) => ({ id: String(row['id']), text: String(row['text']) })),
    count: (collection: Collection, prefix: string) =>
      Number(count.get(collectionNumber(collection), prefix, endOf(prefix))?.['documents']),
    sourceLine: (file: string, lineNumber: number) => {
      const row = line.get(file, lineNumber)
      if (row === undefined) return undefined
      const found = LineRow.parse(row)
      return {
        header: Cells.parse(JSON.parse(found.header)),
        struckOut: Cells.parse(JSON.parse(found.struck_out)),
        cells: Cells.parse(JSON.parse(found.cells)),
      }
    },
  }
}

function pageOf(
  query: (...range: SQLInputValue[]) => DocumentText[],
  collection: Collection,
  { prefix = '', after, limit }: ListOptions,
): Page<DocumentText> {
  // The first possible id behind `after`; a cursor of somewhere before the prefix starts at the prefix.
  const behind = after === undefined ? '' : `${after}\u0001`
  const from = behind > prefix ? behind : prefix
  // One more than asked for tells whether there is a next page.
  const found = query(collectionNumber(collection), from, endOf(prefix), limit + 1)
  const documents = found.slice(0, limit)
  const last = documents.at(-1)
  return found.length > limit && last ? { documents, next: last.id } : { documents }
}

function parsed(text: string): JsonObject {
  const document: JsonObject = JSON.parse(text)
  return document
}
