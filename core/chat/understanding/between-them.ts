import type { Piece } from './pieces.ts'

const them = /\bbetween (?:them|the two(?: of them)?|those two)\b/
/** How far the two are apart that the message has just named. */
const apart =
  /^(?:(?:and|so|then|also|plus) )*(?:how (?:far|much|close|big|tight)|what|whats|what's|by how (?:much|many)|gap|margin|difference)\b(?:.*\b(?:between (?:them|the two(?: of them)?|those two)|apart|behind|back|off|(?:was|is) (?:the |it|in it)?(?:gap|margin|difference|interval)?|(?:were|are) they(?: apart)?|in it)(?: (?:was|were) (?:he|she|it|they|that))?)?[?!. ]*$/
const placed =
  /\b(winner|leader|first|second|third|runner[- ]up|p[123])\b(?! (?:lap|race|section|sector|half|third))/g
const asksWho = /^(?:(?:and|so|then|also|hi|hello|ok) )*(?:tell me )?(?:who|which car)\b/

/** "Who won, who was second, and how much between them?": the two that the message named, in one question where it asks for nothing else. */
export function betweenThem(pieces: readonly Piece[]): readonly Piece[] {
  let told: Piece[] = []
  for (const piece of pieces) {
    const joined = withTheTwo(told, piece)
    if (joined === undefined) told.push(piece)
    else told = joined
  }
  return told
}

/** All that was asked so far with a question how far apart the two are; undefined where it is none. */
function withTheTwo(before: readonly Piece[], piece: Piece): Piece[] | undefined {
  const last = piece.text.split(/, (?:and )?| and /).at(-1) ?? ''
  if (before.length === 0 || (!them.test(piece.text) && !apart.test(last))) return undefined
  const named = [...before, piece]
    .map(({ text }) => text.replaceAll(/\bwho (?:won|wins|took (?:the win|it))\b/g, 'winner'))
    .join(' ')
  const [first, second] = new Set([...named.matchAll(placed)].map(([place]) => place))
  if (first === undefined) return undefined
  const between = second && `between the ${first} and the ${second}`
  if (before.every(({ text }) => asksWho.test(text))) {
    const asked = between === undefined ? piece.text : `who won, how far was it ${between}`
    const text = [...before.map((one) => one.text), asked].join(', ')
    const shared = [...before, piece].flatMap((one) => one.shared)
    return [{ text, shared, intent: 'position' }]
  }
  if (between === undefined) return undefined
  const text = them.test(piece.text)
    ? piece.text.replace(them, between)
    : `${piece.text.replace(/[?!. ]+$/, '')} ${between}?`
  return [...before, { ...piece, text }]
}
