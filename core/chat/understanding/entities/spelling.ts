import { distance } from 'fastest-levenshtein'
import { placeholders } from './reading.ts'

/** Shorter words are left as they are: one letter changed makes another word of them. */
const shortest = 5

/** A short word has to be this common to be what was meant. */
const fewestUses = 8
/** What hardly anybody says is not what was meant either. */
const fewestOfLong = 3

export type Spelling = {
  readonly correct: (text: string) => string
  readonly knows: (word: string) => boolean
}

const kept: ReadonlySet<string> = new Set(placeholders)

/**
 * Puts typing errors right: a word that nobody uses becomes the one that is one letter, or two neighbours
 * exchanged, away. Of several, the more common one: `uses` says how often each is used.
 */
export function createSpelling(uses: ReadonlyMap<string, number>): Spelling {
  const byLength = Map.groupBy(
    [...uses]
      .filter(([word, count]) => word.length >= shortest - 1 && count >= fewestOfLong)
      .map(([word]) => word),
    (word) => word.length,
  )
  const near = (word: string): string | undefined => {
    const known = [-1, 0, 1].flatMap((step) => byLength.get(word.length + step) ?? [])
    const slips = known.filter((other) => isOneSlip(word, other))
    const one = slips.length > 0 ? slips : known.filter((other) => isOtherVowels(word, other))
    const rank = (other: string) =>
      (uses.get(other) ?? 0) * (other[0] === word[0] ? 10 : 1) * (other.length === 4 ? 0.1 : 1)
    return one.toSorted((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1))[0]
  }
  /** Of a short word only neighbours are exchanged, a letter too many at its end is dropped, or one of five put in: "teh", "lpa", "wone", "wher". */
  const shortWord = (word: string): string => {
    if (word.length < 3) return word
    const swapped = Array.from({ length: word.length - 1 }, (_, at) =>
      [word.slice(0, at), word[at + 1], word[at], word.slice(at + 2)].join(''),
    )
    const cut = word.length > 3 ? [word.slice(0, -1)] : []
    // "Wher", "fron": of four letters one may be missing.
    const longer = word.length === 4 ? (byLength.get(5) ?? []) : []
    const grown = longer.filter((other) => other[0] === word[0] && distance(word, other) === 1)
    const [best] = [...swapped, ...cut, ...grown]
      .filter((other) => (uses.get(other) ?? 0) >= fewestUses)
      .toSorted((a, b) => rankOf(b, word) - rankOf(a, word))
    return best ?? word
  }
  const rankOf = (other: string, word: string) =>
    (uses.get(other) ?? 0) * (other[0] === word[0] ? 10 : 1)
  const remembered = new Map<string, string>()
  const correctWord = (word: string): string => {
    if (word.length < shortest) return uses.has(word) || kept.has(word) ? word : shortWord(word)
    if (uses.has(word) || kept.has(word)) return word
    const known = remembered.get(word)
    if (known !== undefined) return known
    const found = near(word) ?? word
    // Questions are open to everybody: what is remembered has a bound.
    if (remembered.size < 5000) remembered.set(word, found)
    return found
  }
  return {
    correct: (text) => text.replaceAll(/[a-zA-Z]+(?:'[a-z]+)?/g, correctWord),
    knows: (word) => uses.has(word),
  }
}

function isOneSlip(word: string, other: string): boolean {
  const far = distance(word, other)
  return far === 1 || (far === 2 && isSwap(word, other))
}

/** "Compair", "avarege": as it sounds, with two letters that are not right. */
function isOtherVowels(word: string, other: string): boolean {
  const isLong = word.length >= fewestLetters && word[0] === other[0]
  return isLong && distance(word, other) === 2 && consonants(word) === consonants(other)
}

const fewestLetters = 6

function consonants(word: string): string {
  return word.replaceAll(/[aeiouy]/g, '')
}

/** Two neighbouring letters exchanged, which counts as two changes otherwise. */
function isSwap(word: string, other: string): boolean {
  if (word.length !== other.length) return false
  let at = 0
  while (word[at] === other[at]) at++
  return word[at] === other[at + 1] && word[at + 1] === other[at]
}
