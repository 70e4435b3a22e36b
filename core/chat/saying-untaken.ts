import { listed, note } from '#core/composer/say.ts'
import type { Draft } from './draft.ts'

/** An answer that leaves a part of its question out says so first. */
export function sayingUntaken(draft: Draft, untaken: readonly string[] = []): Draft {
  if (untaken.length === 0 || draft.outcome !== 'answered') return draft
  const lead = note`I could not take ${listed(untaken)} into account; what I can tell is this.`
  return { ...draft, lead }
}
