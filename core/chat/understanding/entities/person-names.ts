import { knownCorners } from './find-named-corners.ts'
import { otherTracks } from './other-tracks.ts'

/** In the place of a name; no word of anything else. */
export const personWord = 'personname'

const capitalised = /(?<=[a-z0-9,)] )\p{Lu}\p{Ll}+(?:['-]?\p{L}+)*/gu
const beside =
  'did|does|is|was|has|had|than|with|against|vs|versus|beat|pass|passed|caught|behind|ahead of|who(?: is|s)?|about|for'

/** "How did Smith do?": of persons nothing is known, whatever else is asked. */
export const asksOfPerson = new RegExp(
  `\\b(?:${beside})(?: mr| mrs| ms)? (?:${personWord}\\b ?)+|^(?:${personWord} ?)+(?:'s)?[?!. ]*$`,
)

/** A circuit, or what one calls a corner. */
export function isPlaceName(word: string): boolean {
  const isWithin = (pattern: string) => new RegExp(`\\b${word}\\b`).test(pattern)
  const isOne = (pattern: string) => new RegExp(`^(?:${pattern})$`).test(word) || isWithin(pattern)
  return otherTracks.some(([, pattern]) => isOne(pattern)) || isOne(knownCorners)
}

/** Words with a capital within a sentence that are in no language of racing here: names of persons, put aside. */
export function namingPersons(text: string, isKnown: (word: string) => boolean): string {
  return text.replaceAll(capitalised, (name) => (isKnown(name) ? name : personWord))
}
