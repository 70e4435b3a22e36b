import type { EncodedDocument } from '#core/ports/document-store.ts'

const bufferBytes = 2 ** 18
const encoder = new TextEncoder()

/**
 * Documents, encoded while they are made. Their bytes lie in few large buffers, which the garbage collector
 * does not move and which another thread takes over without a copy.
 */
export function gatherDocuments() {
  const documents: EncodedDocument[] = []
  let buffer = new Uint8Array(0)
  let used = 0
  return {
    add: (id: string, document: object): void => {
      const text = JSON.stringify(document)
      // No unit of a text takes more than three bytes.
      const most = text.length * 3
      if (buffer.length - used < most) {
        buffer = new Uint8Array(Math.max(bufferBytes, most))
        used = 0
      }
      const { written } = encoder.encodeInto(text, buffer.subarray(used))
      documents.push({ id, utf8: buffer.subarray(used, used + written) })
      used += written
    },
    all: (): readonly EncodedDocument[] => documents,
  }
}

/** The buffers that the documents' bytes lie in, each once. */
export function buffersOf(documents: readonly EncodedDocument[]): ReadonlySet<ArrayBuffer> {
  return new Set(documents.map(({ utf8 }) => utf8.buffer))
}
