import type { Fact } from '#core/domain/fact.ts'
import type { Part, Sentence, SentenceKind } from '#core/protocol/documents/sentence.ts'

/** A fact as it stands in a sentence: by its text, or by its short form. */
type Cited = { readonly text: string; readonly factId: string }

/** What a sentence is put together from: words, cited facts, lists of both. */
export type Piece = string | Cited | readonly Piece[]

/** The fact's text, thousandths and all. */
export function exact(fact: Fact): Cited {
  return { text: fact.text, factId: fact.id }
}

/** The fact's short form: "0.55 s" for a gap of 547.655 ms. A gap that would read 0.00 keeps its thousandths. */
export function short(fact: Fact): Cited {
  const isNothing = fact.short === undefined || /^0\.00\b/.test(fact.short)
  return { text: isNothing ? fact.text : (fact.short ?? fact.text), factId: fact.id }
}

/**
 * A sentence by the composer, cited facts in their places:
 * fact`${short(gap)} off the quick quarter in Section 2.`
 */
const sayAs =
  (kind: SentenceKind) =>
  (words: readonly string[], ...pieces: readonly Piece[]): Sentence => ({
    kind,
    author: 'composer',
    parts: joinWords(words.flatMap((word, index) => [word, ...flatten(pieces[index] ?? '')])),
  })

export const fact = sayAs('fact')
export const action = sayAs('action')
export const hypothesis = sayAs('hypothesis')
export const note = sayAs('note')

/** In the place of a sentence that is yet to be written. */
export const unwritten: Sentence = { kind: 'note', author: 'composer', parts: [] }

/** "a", "a and b", "a, b and c". */
export function listed(pieces: readonly Piece[]): Piece {
  return pieces.flatMap((piece, index) => {
    if (index === 0) return [piece]
    return [index === pieces.length - 1 ? ' and ' : ', ', piece]
  })
}

/** The sentence as people read it. */
export function textOf(sentence: Sentence): string {
  return sentence.parts.map(({ text }) => text).join('')
}

function flatten(piece: Piece): readonly (string | Cited)[] {
  if (typeof piece === 'string' || 'text' in piece) return [piece]
  return piece.flatMap(flatten)
}

function joinWords(pieces: readonly (string | Cited)[]): Part[] {
  const parts: Part[] = []
  for (const piece of pieces) {
    if (piece === '') continue
    const last = parts.at(-1)
    if (typeof piece !== 'string') parts.push(piece)
    else if (last === undefined || last.factId !== undefined) parts.push({ text: piece })
    else parts[parts.length - 1] = { text: last.text + piece }
  }
  return parts
}
