import { LRUCache } from 'lru-cache'
import type {
  Collection,
  DocumentReader,
  DocumentStore,
  DocumentText,
  JsonObject,
  ListOptions,
  Page,
  StoredDocument,
} from '#core/ports/document-store.ts'

/** A document is a page of one, and a page of none where there is no such document. */
type Kept = { readonly page: Page<StoredDocument>; readonly characters: number }
type Cache = LRUCache<string, Kept, () => Promise<Kept>>

/** What an entry takes beside its documents. */
const overhead = 200

/**
 * A store whose published documents stay in memory once they were read, parsed: a car's answers are made of the same few
 * documents, and a race's list brings those of its cars. A generation never changes, so what is kept is right as long as
 * its key names the run. How many characters of JSON are kept is bounded; who asks for what is being read waits for it.
 */
export function keepDocuments(store: DocumentStore, maxCharacters: number): DocumentStore {
  const cache: Cache = new LRUCache({
    maxSize: maxCharacters,
    sizeCalculation: ({ characters }, key) => characters + key.length + overhead,
    fetchMethod: (_key, _stale, { context: read }) => read(),
    // Pushed out while it was read, it is still the answer for those who wait.
    ignoreFetchAbort: true,
  })
  const readers = new WeakMap<DocumentReader, DocumentReader>()
  return {
    ...store,
    current: async () => {
      const reader = await store.current()
      if (reader === undefined) return undefined
      const keeping = readers.get(reader) ?? keepRead(reader, cache)
      readers.set(reader, keeping)
      return keeping
    },
  }
}

function keepRead(reader: DocumentReader, cache: Cache): DocumentReader {
  const { runId } = reader.generation
  const keyOf = (collection: Collection, id: string) => `${runId} ${collection}/${id}`

  const readOne = async (collection: Collection, id: string): Promise<Kept> => {
    const text = await reader.getText(collection, id)
    return text === undefined ? nothing : keptOf({ id, text })
  }
  const get = async (collection: Collection, id: string): Promise<JsonObject | undefined> => {
    const context = () => readOne(collection, id)
    const found = await cache.fetch(keyOf(collection, id), { context })
    return found?.page.documents[0]?.document
  }

  const readList = async (collection: Collection, options: ListOptions): Promise<Kept> => {
    const { documents, ...next } = await reader.listText(collection, options)
    const each = documents.map((document) => {
      const key = keyOf(collection, document.id)
      const one = cache.peek(key) ?? keptOf(document)
      cache.set(key, one)
      return one
    })
    return {
      page: { documents: each.flatMap(({ page }) => page.documents), ...next },
      characters: each.reduce((sum, { characters }) => sum + characters, 0),
    }
  }
  const list = async (collection: Collection, options: ListOptions) => {
    const { prefix = '', after = '', limit } = options
    const context = () => readList(collection, options)
    const found = await cache.fetch(`${keyOf(collection, prefix)}* ${after} ${limit}`, { context })
    return found?.page ?? nothing.page
  }

  return { ...reader, get, list }
}

const nothing: Kept = { page: { documents: [] }, characters: 0 }

function keptOf({ id, text }: DocumentText): Kept {
  const document: JsonObject = JSON.parse(text)
  return { page: { documents: [{ id, document }] }, characters: text.length }
}
