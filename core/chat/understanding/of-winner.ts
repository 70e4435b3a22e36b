import type { Piece } from './pieces.ts'

const asksWinner =
  /\bwho (?:won|wins|took (?:the win|it))\b|\bwho (?:was|is) the winner\b|^winner\b/
const namesCar = /\b(?:my|me|mine|car|#?\d{1,3})\b(?<!\brace \d)/

/** "Who won, and what was his best lap?": he is the winner. */
export function ofWinner(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, at) => {
    const isAsked = pieces.slice(0, at).some(({ text }) => asksWinner.test(text))
    if (!isAsked || namesCar.test(piece.text)) return piece
    const text = piece.text
      .replace(/\b(?:his|her|their|its)\b/, "the winner's")
      .replace(/\b(?:he|she|him)\b/, 'the winner')
    return { ...piece, text }
  })
}
