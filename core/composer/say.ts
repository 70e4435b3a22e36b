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

/** "; a, b and c" behind what stands first of all; nothing where nothing follows. */
export function andOthers(pieces: readonly Piece[]): Piece {
  return pieces.length === 0 ? '' : ['; ', listed(pieces)]
}

/** The sentence with a capital at its beginning. */
export function capitalised(sentence: Sentence): Sentence {
  const [first, ...rest] = sentence.parts
  if (first === undefined || first.factId !== undefined) return sentence
  const text = first.text.replace(/^[a-z]/, (letter) => letter.toUpperCase())
  return { ...sentence, parts: [{ text }, ...rest] }
}

/** The sentence with more said before its full stop: "…, over 24 green laps." */
export function continued(sentence: Sentence, ...pieces: readonly Piece[]): Sentence {
  const last = sentence.parts.at(-1)
  if (last === undefined || last.factId !== undefined || !last.text.endsWith('.')) return sentence
  const said = sentence.parts
    .with(-1, { text: last.text.slice(0, -1) })
    .map(({ text, factId }): string | Cited => (factId === undefined ? text : { text, factId }))
  return { ...sentence, parts: joinWords([...said, ...pieces.flatMap(flatten), '.']) }
}

/** Two sentences as one: "…, 16th of 22; Section 3 is close." */
export function asOne(
  first: Sentence | undefined,
  second: Sentence | undefined,
): Sentence | undefined {
  if (first === undefined || second === undefined) return first ?? second
  const said = second.parts.map(({ text, factId }, at): string | Cited => {
    const isEnd = at === second.parts.length - 1 && factId === undefined
    const open = isEnd ? text.replace(/\.$/, '') : text
    return factId === undefined ? (at === 0 ? uncapitalised(open) : open) : { text: open, factId }
  })
  return continued(first, '; ', ...said)
}

const names =
  /^(?:Sections?|Races?|Turns?|Barber|COTA|Indianapolis|Road|Sebring|Sonoma|VIR|P\d+)\b|^[A-Z](?![a-z ])/

/** The words as they stand within a sentence; names keep their capital. */
export function uncapitalised(text: string): string {
  return names.test(text) ? text : text.replace(/^[A-Z]/, (letter) => letter.toLowerCase())
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
