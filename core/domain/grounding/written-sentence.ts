import type { CheckedPart, DraftKind, GivenFact } from './given.ts'

/** A sentence that the composer wrote of the same facts: repeated word for word it is as true. */
export type WrittenSentence = { readonly kind: DraftKind; readonly parts: readonly CheckedPart[] }

/** The written sentence that a draft repeats, its facts cited or typed out; undefined where it says anything else. */
export function writtenAs(
  draft: string,
  given: readonly GivenFact[],
  written: readonly WrittenSentence[],
): WrittenSentence | undefined {
  if (written.length === 0) return undefined
  const idOf = new Map(given.map(({ label, fact }) => [label, fact.id]))
  const cited = draft.replaceAll(/\[\s*(F\d{1,4})\s*\]/g, (whole, label: string) => {
    const id = idOf.get(label)
    return id === undefined ? whole : `[${id}]`
  })
  return written.find(({ parts }) => {
    const typed = parts.map(({ text }) => text).join('')
    const withIds = parts.map(({ text, factId }) => (factId === undefined ? text : `[${factId}]`))
    return sameWords(cited, withIds.join('')) || sameWords(draft, typed)
  })
}

function sameWords(one: string, other: string): boolean {
  return one.trim().replaceAll(/\s+/g, ' ') === other.trim().replaceAll(/\s+/g, ' ')
}
