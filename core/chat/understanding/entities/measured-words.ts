import type { Measured, Mention, Wanted } from './mention.ts'

/** How a question says whose times they are. */
export const whose = "(?:(?:my|the|his|her|its|our|your|own|very|car \\d{1,3}'s) )*"

const measures: readonly (readonly [Measured, string])[] = [
  ['best', 'best|fastest|quickest|pb|personal best|optimum'],
  ['worst', 'worst|slowest'],
  ['mean', 'mean|average|avg'],
  ['median', 'median|middle'],
  ['ideal', 'ideal|theoretical(?: best)?|optimal'],
  ['composite', 'composite|best[- ]case'],
]
export const measure = measures.map(([, words]) => words).join('|')

export function measureOf(text = ''): Measured {
  const found_ = measures.find(([, words]) => new RegExp(`^(?:${words})$`).test(text))
  return found_?.[0] ?? 'best'
}

export function wantedAs(wanted: Wanted, put?: string) {
  const mentions: Mention[] = [{ type: 'wanted', wanted }]
  return { mentions, ...(put !== undefined && { put }) }
}
