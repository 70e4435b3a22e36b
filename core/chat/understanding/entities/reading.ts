import type { Mention } from './mention.ts'

/**
 * A question while it is read. What was recognised is replaced in the text by a word in capitals ("compare
 * CAR and CAR"), so that nothing is read twice and the classifier sees what kind of thing was named, not which.
 */
export type Reading = { readonly text: string; readonly mentions: readonly Mention[] }

export const placeholders = [
  'TRACK',
  'RACE',
  'RACES',
  'CAR',
  'LAP',
  'LAPS',
  'SECTION',
  'SUBSECTION',
  'CORNER',
  'POSITION',
  'TOP',
  'TIME',
  'NUMBER',
  'FILTER',
] as const

/** What a match stands for: nothing, or mentions, and the words to put in its place (without: it stays). */
export type Found = { readonly mentions: readonly Mention[]; readonly put?: string } | undefined

/** Reads every match of a pattern (with the flag `g`), from left to right. */
export function findAll(
  reading: Reading,
  pattern: RegExp,
  find: (groups: Readonly<Record<string, string | undefined>>, match: string) => Found,
): Reading {
  const mentions: Mention[] = []
  const text = reading.text.replaceAll(pattern, (...parts: readonly unknown[]) => {
    const match = String(parts[0])
    const found = find(groupsOf(parts.at(-1)), match)
    if (found === undefined) return match
    mentions.push(...found.mentions)
    return found.put ?? match
  })
  return mentions.length === 0 && text === reading.text
    ? reading
    : { text, mentions: [...reading.mentions, ...mentions] }
}

/** The named groups are the last argument of a replacer, if the pattern has any. */
function groupsOf(last: unknown): Record<string, string | undefined> {
  if (typeof last !== 'object' || last === null) return {}
  return Object.fromEntries(
    Object.entries(last).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : undefined,
    ]),
  )
}
