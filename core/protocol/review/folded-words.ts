/** Letters that are no other letter with an accent: what people type who do not have them. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
}

/** A number stays whole with what stands between its digits: '1:39.167', '0.55'. */
const word = /\p{N}+(?:[.:,]\p{N}+)+|[\p{L}\p{N}]+/gu

const longestWord = 40

/**
 * The words of a text, each once, in small letters and without accents: 'Où à Sébring?' → ['ou', 'a', 'sebring'].
 * Texts and searches are folded alike, so that both find each other in every store.
 */
export function foldedWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøđłı]/g, (letter) => letters[letter] ?? letter)
  return [...new Set(Array.from(folded.matchAll(word), ([found]) => found.slice(0, longestWord)))]
}
