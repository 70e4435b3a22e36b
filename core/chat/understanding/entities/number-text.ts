const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )

const cardinal = new Map([
  ...small.map((word, value) => [word, value] as const),
  ...tens.flatMap((ten, index) => [
    [ten, 20 + 10 * index] as const,
    ...small
      .slice(1, 10)
      .map((one, unit) => [`${ten} ${one}`, 20 + 10 * index + unit + 1] as const),
  ]),
])

/** 'first', 'twenty-second' → what is counted. */
const ordinal = new Map([
  ...ordinals.map((word, index) => [word, index + 1] as const),
  ...tens.flatMap((ten, index) =>
    ordinals.slice(0, 9).map((one, unit) => [`${ten} ${one}`, 21 + 10 * index + unit] as const),
  ),
])

/** The words that numbers are made of, for whoever corrects spelling. */
export const numberVocabulary: readonly string[] = [...small.slice(1), ...tens, ...ordinals]

const alternatives = (words: Iterable<string>) =>
  [...words]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(' ', '[ -]'))
    .join('|')

/** Sources of patterns: a number in digits or words, a count, and an ordinal in either. */
export const numberPattern = `\\d{1,3}|${alternatives(cardinal.keys())}`
export const ordinalWordPattern = alternatives(ordinal.keys())
export const ordinalPattern = `\\d{1,3}(?:st|nd|rd|th)|${ordinalWordPattern}`

/** 'twenty-two' is 22, '8' is 8, 'third' and '3rd' are 3. */
export function numberOf(text: string): number | undefined {
  const words = text.replace('-', ' ')
  const digits = /^(\d+)(?:st|nd|rd|th)?$/.exec(words)?.[1]
  return digits === undefined ? (cardinal.get(words) ?? ordinal.get(words)) : Number(digits)
}
