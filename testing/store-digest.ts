import { createHash } from 'node:crypto'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { collections, type DocumentReader, type DocumentStore } from '#core/ports/document-store.ts'

/** What is published: whose run it is, how many documents, and a digest over every one of them. */
type Published = { readonly runId: string; readonly documents: number; readonly digest: string }

/** Of a SQLite store; undefined without a season. */
export async function publishedDigest(file: string): Promise<Published | undefined> {
  const store = openSqliteDocumentStore(file)
  try {
    return await digestOf(store)
  } finally {
    await store.close()
  }
}

/** Of any store; the same for the same documents, whatever keeps them. */
export async function digestOf(store: DocumentStore): Promise<Published | undefined> {
  const reader = await store.current()
  if (reader === undefined) return undefined
  const hash = createHash('sha256')
  let documents = 0
  for await (const document of everyText(reader)) {
    hash.update(document)
    documents++
  }
  return { runId: reader.generation.runId, documents, digest: hash.digest('hex') }
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
