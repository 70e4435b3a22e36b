import type { Fact } from '#core/domain/fact.ts'
import { parseFactId } from '#core/domain/fact-id.ts'
import type { Collection } from '../documents/collections.ts'
import { documentOf } from '../documents/collections.ts'
import type { RaceDocument } from '../documents/race-document.ts'
import type { ParsedDocument } from './fact-catalogue.ts'
import { factOf } from './fact-catalogue.ts'

/** Reads one document of the published generation; undefined where there is none. */
export type GetDocument = (collection: Collection, id: string) => Promise<unknown>

/** The fact with an id, from the document that the id names; undefined where there is none. */
export async function findFact(get: GetDocument, id: string): Promise<Fact | undefined> {
  const place = parseFactId(id)
  if (place === undefined || !isCollection(place.collection)) return undefined
  const stored = await get(place.collection, place.documentId)
  if (stored === undefined) return undefined
  const parsed = parseDocument(place.collection, stored)
  return factOf(parsed, place.documentId, place.field, await raceOf(get, parsed))
}

function isCollection(name: string): name is Collection {
  return Object.hasOwn(documentOf, name)
}

/** A stored document as what its collection says it is. A document that is not that is a bug. */
export function parseDocument(collection: Collection, stored: unknown): ParsedDocument {
  switch (collection) {
    case 'tracks':
      return { collection, document: documentOf.tracks.parse(stored) }
    case 'races':
      return { collection, document: documentOf.races.parse(stored) }
    case 'best_case_composites':
      return { collection, document: documentOf.best_case_composites.parse(stored) }
    case 'ml_section_recommendations':
      return { collection, document: documentOf.ml_section_recommendations.parse(stored) }
    case 'ml_weather_recommendations':
      return { collection, document: documentOf.ml_weather_recommendations.parse(stored) }
    case 'ml_pattern_recommendations':
      return { collection, document: documentOf.ml_pattern_recommendations.parse(stored) }
    case 'coaching_insights':
      return { collection, document: documentOf.coaching_insights.parse(stored) }
  }
}

async function raceOf(
  get: GetDocument,
  { collection, document }: ParsedDocument,
): Promise<RaceDocument | undefined> {
  if (collection === 'tracks' || collection === 'races') return undefined
  const stored = await get('races', document.raceId)
  return stored === undefined ? undefined : documentOf.races.parse(stored)
}
