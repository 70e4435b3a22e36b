import type { Fact, FactValue } from '#core/domain/fact.ts'
import { factIdOf } from '#core/domain/fact-id.ts'
import { factShort, factText, unitOf } from '#core/domain/fact-text.ts'
import type { Collection } from '../documents/collections.ts'
import { documentOf } from '../documents/collections.ts'
import type { RaceDocument } from '../documents/race-document.ts'
import { coachingFacts } from './coaching-facts.ts'
import { compositeFacts } from './composite-facts.ts'
import type { FactEntry } from './fact-entry.ts'
import { matchField, valueAt } from './fact-entry.ts'
import { patternFacts } from './pattern-facts.ts'
import { raceFacts } from './race-facts.ts'
import { sectionFacts } from './section-facts.ts'
import { trackFacts } from './track-facts.ts'
import { weatherFacts } from './weather-facts.ts'

/** Where a fact stands. */
type FactPlace = {
  readonly collection: Collection
  readonly documentId: string
  readonly field: string
}

/** Makes a field of a document a fact; undefined where the field is none. */
type FactOf<Document> = (
  place: FactPlace,
  document: Document,
  race: RaceDocument | undefined,
) => Fact | undefined

function catalogueOf<Document>(entries: readonly FactEntry<Document>[]): FactOf<Document> {
  const exact = new Map<string, FactEntry<Document>>()
  // Of a hundred patterns few have a field's first key and its depth.
  const patterns = Map.groupBy(
    entries.map((entry) => ({ entry, keys: entry.field.split('.') })),
    ({ keys }) => shapeOf(keys),
  )
  for (const entry of entries) if (!entry.field.includes('*')) exact.set(entry.field, entry)
  return (place, document, race) => {
    const value = valueAt(document, place.field)
    if (value === undefined) return undefined
    const plain = exact.get(place.field)
    if (plain !== undefined) return makeFact(place, plain, document, race, [], value)
    const given = place.field.split('.')
    for (const pattern of patterns.get(shapeOf(given)) ?? []) {
      const keys = matchField(pattern.keys, given)
      if (keys !== undefined) return makeFact(place, pattern.entry, document, race, keys, value)
    }
    return undefined
  }
}

/** What fields that fit one pattern have in common: no pattern begins with `*`. */
function shapeOf(keys: readonly string[]): string {
  return `${keys.length} ${keys[0] ?? ''}`
}

function makeFact<Document>(
  place: FactPlace,
  entry: FactEntry<Document>,
  document: Document,
  race: RaceDocument | undefined,
  keys: readonly string[],
  value: FactValue,
): Fact {
  const context = { document, documentId: place.documentId, race, keys }
  const kind = typeof entry.kind === 'function' ? entry.kind(context) : entry.kind
  const short = factShort(kind, value)
  const source = value === null ? undefined : entry.source?.(context)
  const operands = value === null ? undefined : entry.operands?.(context)
  return {
    id: factIdOf(place.collection, place.documentId, place.field),
    label: entry.label(context),
    value,
    unit: unitOf[kind],
    text: factText(kind, value),
    ...(short !== undefined && { short }),
    document: { collection: place.collection, id: place.documentId, field: place.field },
    ...(source !== undefined && { source }),
    ...(operands !== undefined && operands.length > 0 && { operands: [...operands] }),
  }
}

const track = catalogueOf(trackFacts)
const race = catalogueOf(raceFacts)
const composite = catalogueOf(compositeFacts)
const section = catalogueOf(sectionFacts)
const weather = catalogueOf(weatherFacts)
const pattern = catalogueOf(patternFacts)
const coaching = catalogueOf(coachingFacts)

/** A parsed document as the facts of its collection see it. */
export type ParsedDocument = {
  readonly [C in Collection]: {
    readonly collection: C
    readonly document: ReturnType<(typeof documentOf)[C]['parse']>
  }
}[Collection]

/**
 * The fact at a field of a document: value, text, unit, and where it came from.
 * `aboutRace` is the document of the race that it is about; it knows columns, classes and cars.
 */
export function factOf(
  { collection, document }: ParsedDocument,
  documentId: string,
  field: string,
  aboutRace: RaceDocument | undefined,
): Fact | undefined {
  const place = { collection, documentId, field }
  switch (collection) {
    case 'tracks':
      return track(place, document, undefined)
    case 'races':
      return race(place, document, document)
    case 'best_case_composites':
      return composite(place, document, aboutRace)
    case 'ml_section_recommendations':
      return section(place, document, aboutRace)
    case 'ml_weather_recommendations':
      return weather(place, document, aboutRace)
    case 'ml_pattern_recommendations':
      return pattern(place, document, aboutRace)
    case 'coaching_insights':
      return coaching(place, document, aboutRace)
  }
}
