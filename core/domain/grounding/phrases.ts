import type { Token } from './tokens.ts'

/** Phrases by their first word, the longest first. */
export type Phrases<T> = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly means: T }[]
>

/** { 'best lap': … } ready to be found in tokens. Words of a phrase are parted by blanks. */
export function phrases<T>(table: Iterable<readonly [string, T]>): Phrases<T> {
  const all = Array.from(table, ([text, means]) => ({ words: text.split(' '), means }))
  const sorted = all.toSorted((a, b) => b.words.length - a.words.length)
  return Map.groupBy(sorted, ({ words }) => words[0] ?? '')
}

/** The longest phrase that begins at a token; dashes within it do not count. */
export function phraseAt<T>(
  known: Phrases<T>,
  tokens: readonly Token[],
  from: number,
): { means: T; next: number } | undefined {
  for (const { words, means } of known.get(tokens[from]?.text ?? '') ?? []) {
    let at = from
    const isAll = words.every((word) => {
      if (at > from && tokens[at]?.text === '-') at++
      return tokens[at++]?.text === word
    })
    if (isAll) return { means, next: at }
  }
  return undefined
}
