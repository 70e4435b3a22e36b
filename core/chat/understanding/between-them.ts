import type { Piece } from './pieces.ts'

const them = /\bbetween (?:them|the two(?: of them)?|those two)\b/
const placed =
  /\b(winner|leader|first|second|third|runner[- ]up|p[123])\b(?! (?:lap|race|section|sector|half|third))/g

/** "Who won, who was second, and how much between them?": the two that the message named. */
export function betweenThem(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, at) => {
    if (!them.test(piece.text)) return piece
    const before = pieces
      .slice(0, at)
      .map(({ text }) => text.replaceAll(/\bwho (?:won|wins)\b/g, 'winner'))
      .join(' ')
    const [first, second] = new Set([...before.matchAll(placed)].map(([place]) => place))
    if (first === undefined || second === undefined) return piece
    return { ...piece, text: piece.text.replace(them, `between the ${first} and the ${second}`) }
  })
}
