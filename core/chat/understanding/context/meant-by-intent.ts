import type { Mention } from '../entities/mention.ts'
import type { Intent } from '../intents/intent.ts'

const ofLaps = new Set<Mention['type']>(['share', 'end', 'stretch'])

/** "S1, S2, S3: where?" is of the whole lap. */
export function ofOne<T>(sections: readonly T[], { id }: Intent): readonly T[] {
  return id === 'where-time' && sections.length > 2 ? [] : sections
}

/** "Where do I lose against my own best lap?" takes no lap apart. */
export function isOfOwnBest(mentions: readonly Mention[], { id }: Intent): boolean {
  const isReference = mentions.some(
    (one) => one.type === 'reference' && one.reference === 'own-best',
  )
  return id === 'where-time' && isReference
}

/** "First half or second half?" of a section picks no laps. */
export function picking(mentions: readonly Mention[], { id }: Intent): readonly Mention[] {
  return id === 'sub-sections' ? mentions.filter(({ type }) => !ofLaps.has(type)) : mentions
}
