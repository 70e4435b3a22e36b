import type { CheckedPart, DraftKind, GivenFact } from './given.ts'

/** A sentence that the composer wrote of the same facts: repeated word for word it is as true. */
export type WrittenSentence = { readonly kind: DraftKind; readonly parts: readonly CheckedPart[] }

/**
 * The written sentence that a draft repeats, its facts cited or typed out; undefined where it says anything else. It is
 * the written one that is shown, so small words, case and marks may differ.
 */
export function writtenAs(
  draft: string,
  given: readonly GivenFact[],
  written: readonly WrittenSentence[],
): WrittenSentence | undefined {
  if (written.length === 0) return undefined
  const idOf = new Map(given.map(({ label, fact }) => [label, fact.id]))
  return written.find(({ parts }) => {
    const textOf = new Map(parts.map(({ text, factId }) => [factId, text]))
    const typed = draft.replaceAll(/\[\s*(F\d{1,4})\s*\]/g, (whole, label: string) => {
      const id = idOf.get(label)
      return (id !== undefined && textOf.get(id)) || whole
    })
    return wordsOf(typed) === wordsOf(parts.map(({ text }) => text).join(''))
  })
}

/** They may be left out or put in: what is shown has them where they belong. */
const small = /^(?:a|an|the|is|are|was|were|that|this|there|and|so|also|of|by|with|at)$/

function wordsOf(sentence: string): string {
  const words = sentence.toLowerCase().match(/[a-z']+|[-+±−]?\d+(?:[.,:]\d+)*|[%°]/g) ?? []
  const said = words.filter((word) => !small.test(word))
  // "Section [F3]", where the fact's text has the noun too.
  return said.filter((word, at) => word !== said[at - 1]).join(' ')
}
