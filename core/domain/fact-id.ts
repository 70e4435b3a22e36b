import type { FactId } from './fact.ts'

/** 'ml_pattern_recommendations/barber-r1_13#sections.s2.paceGapMs' taken apart; undefined when it is none. */
export function parseFactId(
  id: string,
): { collection: string; documentId: string; field: string } | undefined {
  const match = /^([a-z_]+)\/([^/#\s]+)#([^#\s]+)$/.exec(id)
  const [, collection, documentId, field] = match ?? []
  if (collection === undefined || documentId === undefined || field === undefined) return undefined
  return { collection, documentId, field }
}

export function factIdOf(collection: string, documentId: string, field: string): FactId {
  return `${collection}/${documentId}#${field}`
}
