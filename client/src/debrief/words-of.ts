import type { Sentence } from '#core/protocol/documents/sentence.ts'

/** A sentence as plain words: on paper nothing can be opened. */
export function wordsOf({ parts }: Sentence): string {
  return parts.map(({ text }) => text).join('')
}
