import type { DocumentReader, DocumentStore } from '#core/ports/document-store.ts'
import { fromStore } from './store-fault.ts'

export type CurrentReader = () => Promise<DocumentReader | undefined>

/**
 * The published season, asked for once by all requests that come in the same turn of the event loop: many at a
 * time under load, while a season that was just published is seen at the very next turn.
 */
export function createCurrentReader(store: DocumentStore): CurrentReader {
  let asked: Promise<DocumentReader | undefined> | undefined
  return () => {
    if (asked === undefined) {
      asked = fromStore(store.current())
      setImmediate(() => {
        asked = undefined
      })
    }
    return asked
  }
}
