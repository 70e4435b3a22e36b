import type { Piece } from '#core/composer/say.ts'
import type { ExclusionReason } from '#core/domain/exclusion.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact } from '../computed-fact.ts'

/** Why a lap does not count, to stand in a sentence. */
export const reasonWords: Readonly<Record<ExclusionReason, string>> = {
  'opening-lap': 'the opening lap',
  'in-lap': 'into the pits',
  'out-lap': 'out of the pits',
  yellow: 'under yellow',
  'safety-car': 'behind the safety car',
  'red-flag': 'under a red flag',
  restart: 'the lap of the restart',
  'no-time': 'without a lap time',
  incomplete: 'a section missing',
}

/** "0.21 s quicker", "0.04 s slower", "level": what a difference of times says of the first. */
export function quickerOrSlower(difference: Fact): Piece {
  const ms = Number(difference.value)
  if (Math.abs(ms) < 0.5) return 'level'
  const isTiny = /^0\.00\b/.test(difference.short ?? '')
  const text = isTiny ? difference.text : (difference.short ?? difference.text)
  return [{ text, factId: difference.id }, ms < 0 ? ' quicker' : ' slower']
}

/** The difference of two times as a gap: first less second. */
export function gapBetween(first: Fact, second: Fact, label: string): Fact {
  return computedFact('difference', [first, second], 'gap', label)
}
