import { isSure, topicsIn } from './intents/decide-intent.ts'
import type { Classifier } from './intents/classifier.ts'
import type { Reading } from './entities/reading.ts'
import type { Piece } from './pieces.ts'

const lead = /^(?:please |just )*(?:gimme|give me|tell me|show me|i need|need|want)?: ?/

/**
 * "My best lap and my tyre pressures": of the things asked for in one breath timing has not all. Each is a question of its own where
 * what it has is clear alone.
 */
export function topicApart(
  piece: Piece,
  read: (text: string) => Reading,
  classifier: Classifier,
): readonly Piece[] {
  // "Fuel light on lap 15, did it cost me time?" is one question: only of a list the commas part questions.
  const listed = piece.text.replace(lead, '').split(/,? (?:and|plus|as well as) |, /)
  const texts = listed.length > 2 ? listed : piece.text.split(/ (?:and|plus|as well as) /)
  if (piece.intent !== undefined || texts.length < 2 || texts.length > 4) return [piece]
  const timed = texts.filter((text) => topicsIn(read(text).text, classifier).length === 0)
  const isClear = (text: string) => {
    const candidates = classifier.classify(read(text))
    const kind = classifier.intents.get(candidates[0]?.id ?? '')?.kind
    return text.includes(' ') && kind === 'answer' && isSure(candidates)
  }
  // "Result, best lap, what to fix": a list of wishes.
  if (
    listed.length > 2 &&
    !/ or /.test(piece.text) &&
    listed.every((text) => isWish(read(text), classifier))
  )
    return listed.map((text) => ({ ...piece, text: text.replace(/[?!.]*$/, '?') }))
  const isMixed = timed.length > 0 && timed.length < texts.length
  return isMixed && timed.every(isClear) ? texts.map((text) => ({ ...piece, text })) : [piece]
}

const mostWords = 4

/** A few words that are surely asked of the timing, and compare nothing. */
function isWish(reading: Reading, classifier: Classifier): boolean {
  const { text } = reading
  if (
    !/[a-z]{3}/.test(text) ||
    text.split(' ').length > mostWords ||
    /\b(?:vs|than|or|compar\w*|between|not)\b/.test(text)
  )
    return false
  const candidates = classifier.classify(reading)
  const kind = classifier.intents.get(candidates[0]?.id ?? '')?.kind
  return kind === 'answer' && isSure(candidates)
}
