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

/** Without a document: there is none of that id. */
type Kept = { readonly document?: JsonObject; readonly characters: number }
/** Of a list its ids: its documents are kept each by itself, and not twice. */
type KeptList = { readonly ids: readonly string[]; readonly next?: string }

type Caches = {
  readonly documents: LRUCache<string, Kept, () => Promise<Kept>>
  readonly lists: LRUCache<string, KeptList, () => Promise<KeptList>>
}

/** What an entry takes beside its document. */
const overhead = 200
const mostLists = 2000

/**
 * A store whose published documents stay in memory once they were read, parsed: a car's answers are made of the same few
 * documents, and a race's list brings those of its cars. A generation never changes, so what is kept is right as long as
 * its key names the run. How many characters of JSON are kept is bounded; who asks for what is being read waits for it.
 * `begin` is awaited when a season is seen for the first time, before anything of it is answered.
 */
export function keepDocuments(
  store: DocumentStore,
  maxCharacters: number,
  begin: (reader: DocumentReader) => Promise<void> = () => Promise.resolve(),
): DocumentStore {
  const caches: Caches = {
    documents: new LRUCache({
      maxSize: maxCharacters,
      sizeCalculation: ({ characters }, key) => characters + key.length + overhead,
      fetchMethod: (_key, _stale, { context: read }) => read(),
      // Pushed out while it was read, it is still the answer for those who wait.
      ignoreFetchAbort: true,
    }),
    lists: new LRUCache({
      max: mostLists,
      fetchMethod: (_key, _stale, { context: read }) => read(),
      ignoreFetchAbort: true,
    }),
  }
  const seasons = new WeakMap<DocumentReader, Promise<DocumentReader>>()
  const open = async (reader: DocumentReader): Promise<DocumentReader> => {
    const keeping = keepRead(reader, caches)
    await begin(keeping)
    return keeping
  }
  return {
    ...store,
    current: async () => {
      const reader = await store.current()
      if (reader === undefined) return undefined
      const opened = seasons.get(reader) ?? open(reader)
      seasons.set(reader, opened)
      return await opened
    },
  }
}

function keepRead(reader: DocumentReader, { documents, lists }: Caches): DocumentReader {
  const { runId } = reader.generation
  const keyOf = (collection: Collection, id: string) => `${runId} ${collection}/${id}`

  const readOne = async (collection: Collection, id: string): Promise<Kept> => {
    const text = await reader.getText(collection, id)
    return text === undefined ? { characters: 0 } : keptOf(text)
  }
  const get = async (collection: Collection, id: string): Promise<JsonObject | undefined> => {
    const context = () => readOne(collection, id)
    return (await documents.fetch(keyOf(collection, id), { context }))?.document
  }

  /** What is kept already stays the one that it is: it may have been parsed for answers. */
  const keep = (collection: Collection, { id, text }: DocumentText): Kept => {
    const key = keyOf(collection, id)
    const kept = documents.peek(key) ?? keptOf(text)
    documents.set(key, kept)
    return kept
  }
  const readList = async (collection: Collection, options: ListOptions) => {
    const { documents: read, ...next } = await reader.listText(collection, options)
    const each = read.map((one) => ({ id: one.id, ...keep(collection, one) }))
    return { each, ...next }
  }
  const list = async (
    collection: Collection,
    options: ListOptions,
  ): Promise<Page<StoredDocument>> => {
    const { prefix = '', after = '', limit } = options
    let read: readonly (Kept & { readonly id: string })[] | undefined
    const context = async () => {
      const { each, ...next } = await readList(collection, options)
      read = each
      return { ids: each.map(({ id }) => id), ...next }
    }
    const key = `${keyOf(collection, prefix)}* ${after} ${limit}`
    const { ids, ...next } = (await lists.fetch(key, { context })) ?? { ids: [] }
    const found =
      read ??
      (await Promise.all(ids.map(async (id) => ({ id, document: await get(collection, id) }))))
    return {
      documents: found.flatMap(({ id, document }) => (document ? [{ id, document }] : [])),
      ...next,
    }
  }

  return { ...reader, get, list }
}

function keptOf(text: string): Kept {
  const document: JsonObject = JSON.parse(text)
  return { document, characters: text.length }
}
