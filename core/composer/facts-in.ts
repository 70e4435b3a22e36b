import type { Fact } from '#core/domain/fact.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import { factOf, type ParsedDocument } from '#core/protocol/facts/fact-catalogue.ts'

/** The fact at a field of one document. A field that is none is a fault of the composer. */
export type FactsIn = (field: string) => Fact

export function factsIn(parsed: ParsedDocument, documentId: string, race?: RaceDocument): FactsIn {
  const known = new Map<string, Fact>()
  return (field) => {
    const found = known.get(field) ?? factOf(parsed, documentId, field, race)
    if (found === undefined)
      throw new Error(`${parsed.collection}/${documentId} has no fact at ${field}`)
    known.set(field, found)
    return found
  }
}
