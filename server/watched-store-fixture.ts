import type { DocumentReader, DocumentStore } from '#core/ports/document-store.ts'

/** A store that tells what is read of it: 'races/barber-r1' for a document, 'races/barber*' for a list. */
export function watchedStore(store: DocumentStore) {
  const reads: string[] = []
  const readers = new WeakMap<DocumentReader, DocumentReader>()
  let fails = false
  const note = (read: string) => {
    reads.push(read)
    if (fails) throw new Error('no answer')
  }
  const watched = (reader: DocumentReader): DocumentReader => ({
    ...reader,
    getText: async (collection, id) => {
      note(`${collection}/${id}`)
      return await reader.getText(collection, id)
    },
    listText: async (collection, options) => {
      note(`${collection}/${options.prefix ?? ''}*`)
      return await reader.listText(collection, options)
    },
  })
  const current = async () => {
    const reader = await store.current()
    if (reader === undefined) return undefined
    const known = readers.get(reader) ?? watched(reader)
    readers.set(reader, known)
    return known
  }
  return {
    reads,
    store: { ...store, current },
    setFailing: (to: boolean) => {
      fails = to
    },
  }
}
