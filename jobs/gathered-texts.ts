import type { DocumentText } from '#core/ports/document-store.ts'

/** So many characters are one string of their own, which the garbage collector does not move. */
const chunkLength = 200_000

/**
 * Texts of documents, gathered while they are made. They are kept as parts of few long strings: as thousands of
 * short ones they would be copied at each collection of young garbage.
 */
export function gatherTexts() {
  const documents: DocumentText[] = []
  let ids: string[] = []
  let texts: string[] = []
  let length = 0

  const close = () => {
    const chunk = texts.join('')
    let start = 0
    for (const [index, { length: own }] of texts.entries()) {
      documents.push({ id: ids[index] ?? '', text: chunk.slice(start, start + own) })
      start += own
    }
    ids = []
    texts = []
    length = 0
  }
  return {
    add: (id: string, text: string) => {
      ids.push(id)
      texts.push(text)
      length += text.length
      if (length >= chunkLength) close()
    },
    all: (): readonly DocumentText[] => {
      close()
      return documents
    },
  }
}
