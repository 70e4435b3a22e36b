import type { FactId, FactValue } from '#core/domain/fact.ts'
import type { FactKind } from '#core/domain/fact-text.ts'
import type { Source } from '../documents/common-shapes.ts'
import type { RaceDocument } from '../documents/race-document.ts'

/** What an entry of the catalogue may look at: the document, and the race that it is about. */
export type FactContext<Document> = {
  readonly document: Document
  readonly documentId: string
  readonly race: RaceDocument | undefined
  /** What the `*` of the entry's field stand for, in order. */
  readonly keys: readonly string[]
}

/** How one field of a collection's documents is a fact. */
export type FactEntry<Document> = {
  /** Dotted path; `*` stands for any key or index: 'laps.*.timeMs.*'. */
  readonly field: string
  readonly kind: FactKind | ((context: FactContext<Document>) => FactKind)
  readonly label: (context: FactContext<Document>) => string
  /** The cell it was read from. */
  readonly source?: (context: FactContext<Document>) => Source | undefined
  /** What it was computed from. */
  readonly operands?: (context: FactContext<Document>) => readonly FactId[]
}

/** The scalar at a dotted path of a JSON document; undefined where there is none. */
export function valueAt(document: unknown, field: string): FactValue | undefined {
  let value: unknown = document
  for (const key of field.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = Reflect.get(value, key)
  }
  return isScalar(value) ? value : undefined
}

/** Every dotted path of a JSON document that ends at a scalar. */
export function* scalarFields(document: unknown, prefix = ''): Generator<string> {
  if (typeof document !== 'object' || document === null) return
  for (const [key, value] of Object.entries(document)) {
    if (isScalar(value)) yield `${prefix}${key}`
    else yield* scalarFields(value, `${prefix}${key}.`)
  }
}

function isScalar(value: unknown): value is FactValue {
  return value === null || ['number', 'string', 'boolean'].includes(typeof value)
}

/** The keys that `*` stand for where a field fits a pattern, both taken apart; undefined where it does not. */
export function matchField(
  wanted: readonly string[],
  given: readonly string[],
): string[] | undefined {
  if (wanted.length !== given.length) return undefined
  const keys: string[] = []
  for (const [index, part] of wanted.entries()) {
    const key = given[index]
    if (key === undefined) return undefined
    if (part === '*') keys.push(key)
    else if (part !== key) return undefined
  }
  return keys
}

/** The nth of the keys that an entry's `*` stand for. */
export function keyOf(context: { readonly keys: readonly string[] }, index = 0): string {
  const key = context.keys[index]
  if (key === undefined) throw new RangeError(`the field has no key number ${index}`)
  return key
}

/** The kind of a time of a quantity: 'lap' is written 1:37.428, a section 43.148 s. */
export function timeKind(quantity: string): FactKind {
  return quantity === 'lap' ? 'lap-time' : 'section-time'
}
