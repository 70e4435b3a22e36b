import type { Reading } from '../entities/reading.ts'

/** "Did he beat the 88?", "difference between P1 and P5": of the order, not of the paces. */
export function ofOrder(intent: string, { text, mentions }: Reading): string | undefined {
  if (intent !== 'compare-cars') return undefined
  const isElse = /\b(?:pace|quick\w*|fast\w*|slow\w*|laps?|average|median|speed)\b|SECTION|LAP/
  const isBeat = /\b(?:did|has|have)\b.*\bbeat(?:en)?\b/.test(text)
  const places = mentions.filter(({ type }) => type === 'position').length
  const isOfNobody = !mentions.some(({ type }) => type === 'me' || type === 'car')
  const isOfPlaces = places > 1 && isOfNobody && /\b(?:between|from|to)\b/.test(text)
  const isEnd = /\bfinish(?:ed)? (?:higher|lower|ahead|in front|first|behind|better)\b/.test(text)
  return (isBeat || isOfPlaces || isEnd) && !isElse.test(text) ? 'gaps' : undefined
}

/** "Was I faster than the guy in front of me?" is of the two paces, wherever they were. */
export function ofPaces(intent: string, { text }: Reading): string | undefined {
  const isQuicker = /\b(?:faster|quicker|slower)\b.*\bthan\b/.test(text)
  return isQuicker && (intent === 'gaps' || intent === 'stuck-behind') ? 'compare-cars' : undefined
}
