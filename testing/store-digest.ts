import { createHash } from 'node:crypto'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { collections, type DocumentReader } from '#core/ports/document-store.ts'

/** A digest over every published document of a store, and how many there are; undefined without a season. */
export async function publishedDigest(
  file: string,
): Promise<
  { readonly runId: string; readonly documents: number; readonly digest: string } | undefined
> {
  const store = openSqliteDocumentStore(file)
  try {
    const reader = await store.current()
    if (reader === undefined) return undefined
    const hash = createHash('sha256')
    let documents = 0
    for await (const document of everyText(reader)) {
      hash.update(document)
      documents++
    }
    return { runId: reader.generation.runId, documents, digest: hash.digest('hex') }
  } finally {
    await store.close()
  }
}

async function* everyText(reader: DocumentReader): AsyncGenerator<string> {
  for (const collection of collections) {
    let after: string | undefined
    do {
      const page = await reader.listText(collection, { limit: 1000, ...(after && { after }) })
      for (const { id, text } of page.documents) yield `${collection}/${id} ${text}\n`
      after = page.next
    } while (after !== undefined)
  }
}
