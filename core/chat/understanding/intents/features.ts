import type { Mention } from '../entities/mention.ts'
import type { Reading } from '../entities/reading.ts'

/** Words that say much the same ('quick', 'fast'), each with what they have in common. */
export type RelatedWords = ReadonlyMap<string, readonly string[]>

/** The list as it is kept, `{ "pass": ["pass", "overtook", …] }` → 'overtook' is related by "pass". */
export function relatedWords(list: Readonly<Record<string, readonly string[]>>): RelatedWords {
  const pairs = Object.entries(list).flatMap(([name, words]) =>
    words.map((word) => ({ word, name })),
  )
  const byWord = Map.groupBy(pairs, ({ word }) => word)
  return new Map([...byWord].map(([word, found]) => [word, found.map(({ name }) => name)]))
}

const groupLengths = [3, 4, 5] as const

/**
 * What the classifier sees of a text: its words, pairs of neighbours, groups of letters, which survive typing errors
 * and endings, what words are related by, and which ones stand in it together, however far apart and in whatever
 * order. Each sort counts alike in short and long questions.
 */
export function featuresOf(
  { text, mentions }: Reading,
  related: RelatedWords,
): Map<string, number> {
  const words = text.match(/[A-Z]{3,}|[\p{Ll}\p{Lo}']+/gu) ?? []
  const features = new Map<string, number>()
  add(features, words, 1)
  add(features, pairsOf(['^', ...words, '$']), 1)
  add(features, words.flatMap(letterGroups), 1)
  const common = words.flatMap((word) => related.get(word) ?? (isPlaceholder(word) ? [word] : []))
  add(
    features,
    common.map((name) => `@${name}`),
    1.5,
  )
  add(features, together(words, related), 1)
  add(features, [...new Set(mentions.flatMap(kindOf))], 1)
  return features
}

const toldByType: ReadonlySet<Mention['type']> = new Set([
  'me',
  'share',
  'without-traffic',
  'after-restart',
  'own-car',
])

/** What kind of thing a mention is, however it was worded; of the others the text has a placeholder. */
function kindOf(mention: Mention): string[] {
  if (mention.type === 'figure') return [`#${mention.figure}`]
  if (mention.type === 'reference') return [`#to ${mention.reference}`]
  if (mention.type === 'lap-name') return [`#lap ${mention.name}`]
  if (mention.type === 'partner') return [`#car ${mention.partner.as}`]
  if (mention.type === 'end' && mention.isLeftOut !== true) return [`#${mention.end} laps`]
  return toldByType.has(mention.type) ? [`#${mention.type}`] : []
}

function add(features: Map<string, number>, found: readonly string[], weight: number): void {
  const each = weight / Math.sqrt(Math.max(1, found.length))
  for (const feature of found) features.set(feature, (features.get(feature) ?? 0) + each)
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`)
}

/** "who set the quickest lap" and "the fastest lap, who drove it" have 'lap & quick' and 'lap & who' in common. */
function together(words: readonly string[], related: RelatedWords): string[] {
  const names = new Set(words.map((word) => related.get(word)?.[0] ?? word))
  const inOrder = [...names].toSorted()
  return inOrder.flatMap((one, at) => inOrder.slice(at + 1).map((other) => `${one} & ${other}`))
}

function letterGroups(word: string): string[] {
  if (isPlaceholder(word)) return []
  const bounded = `<${word}>`
  return groupLengths.flatMap((length) =>
    Array.from(
      { length: Math.max(0, bounded.length - length + 1) },
      (_, at) => `~${bounded.slice(at, at + length)}`,
    ),
  )
}

function isPlaceholder(word: string): boolean {
  return /^[A-Z]/.test(word)
}
