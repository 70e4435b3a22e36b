import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import {
  type Collection,
  collections,
  type DocumentReader,
  type DocumentStore,
  type DocumentText,
  type Run,
} from '#core/ports/document-store.ts'

const page = 1000
const encoder = new TextEncoder()

/**
 * The published season of any store in a file of its own, under the name of its run; false where none is published. The
 * lines of the timing files stay behind: answers are made of documents.
 */
export async function copySeason(from: DocumentStore, file: string): Promise<boolean> {
  const reader = await from.current()
  if (reader === undefined) return false
  const copy = openSqliteDocumentStore(file)
  try {
    const { runId } = reader.generation
    const run = await copy.beginRun({ runId, job: 'copy', startedBy: 'the evaluation' })
    for (const collection of collections) await copyCollection(reader, run, collection)
    await run.publish(await run.counts())
    await run.end()
    return true
  } finally {
    await copy.close()
  }
}

async function copyCollection(reader: DocumentReader, run: Run, name: Collection): Promise<void> {
  let after: string | undefined
  do {
    const { documents, next } = await pageAfter(reader, name, after)
    const encoded = documents.map(({ id, text }) => ({ id, utf8: encoder.encode(text) }))
    await run.writeEncoded(name, encoded)
    after = next
  } while (after !== undefined)
}

async function pageAfter(
  reader: DocumentReader,
  name: Collection,
  after: string | undefined,
): Promise<{ readonly documents: readonly DocumentText[]; readonly next?: string }> {
  return await reader.listText(name, { limit: page, ...(after !== undefined && { after }) })
}
