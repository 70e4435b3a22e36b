import { isAmountOf } from './amount-of-fact.ts'
import { strangerIn } from './belongs.ts'
import { type Clause, type Quantity, type QuantityOf } from './clauses.ts'
import { isCalledRight, isCountedRight, isNamed } from './figure-named.ts'
import { type Refusal, refuse } from './given.ts'
import type { AmountItem, Dimension, Item } from './items.ts'
import { isOfAnotherKind } from './kind-said.ts'
import type { Given, Known } from './known.ts'
import { entityOf } from './siblings.ts'

/** Which fact each number of a draft is. */
export type Matched = ReadonlyMap<Item, Given>

/** The quantity that an item is: a citation that is no name, or a typed number with the facts that it may be. */
export function quantities(items: readonly Item[], known: Known): QuantityOf {
  const found = new Map<Item, Quantity>()
  for (const [index, item] of items.entries()) {
    if (item.type === 'cite') {
      const given = known.byLabel.get(item.label)
      if (given && entityOf(given) === undefined) found.set(item, { item, candidates: [given] })
    } else if (item.type === 'amount') {
      const amount = withUnitOfNext(items, index, item)
      const candidates = known.given.filter(
        (given) => entityOf(given) === undefined && isAmountOf(amount, given.fact, given.subject),
      )
      found.set(item, { item, candidates })
    }
  }
  return (item) => found.get(item)
}

/** "0.4 to 0.6 s": the unit is said once. */
function withUnitOfNext(items: readonly Item[], index: number, { amount }: AmountItem) {
  const [link, next] = items.slice(index + 1, index + 3)
  const isLink =
    (link?.type === 'word' || link?.type === 'break') && /^(to|and|or|[-–])$/.test(link.text)
  if (!isLink || next?.type !== 'amount' || amount.unit || next.amount.unit === undefined)
    return amount
  return { ...amount, unit: next.amount.unit }
}

/** Rule 1: every number is a given fact, and the one that the sentence says it is. */
export function checkNumbers(
  draft: string,
  clauses: readonly Clause[],
  items: readonly Item[],
  known: Known,
): { readonly matched: Matched } | { readonly refusal: Refusal } {
  const matched = new Map<Item, Given>()
  for (const [index, clause] of clauses.entries()) {
    if (claimsAnExtreme(clause) || isBareClaim(clause))
      return { refusal: refuse('figure', 'the highest or the lowest') }
    for (const [n, quantity] of clause.quantities.entries()) {
      const text = draft.slice(quantity.item.start, quantity.item.end)
      const last = clause.quantities[n - 1]
      const unit = last && matched.get(last.item)?.fact.unit
      const afterRank = unit === 'rank' || unit === 'position' || unit === ''
      const before = [...matched.values()]
      const place = { draft, clauses, index, items, known, afterRank, before }
      const used = new Set(clause.quantities.slice(0, n).map(({ item }) => matched.get(item)))
      // "With 0.97 s your best lap is 0.97 s off": a gap is told once.
      const isTold = (given: Given) =>
        given.subject.figure.sign === 'slower' && before.includes(given)
      const candidates = quantity.candidates.filter((given) => !used.has(given) && !isTold(given))
      const found = bestOf({ ...quantity, candidates }, place)
      if ('code' in found) return { refusal: { ...found, detail: `${text}${found.detail ?? ''}` } }
      matched.set(quantity.item, found)
    }
  }
  const refusal = checkEnds(matched)
  return refusal === undefined ? { matched } : { refusal }
}

/** "…, the highest": said of a number that stands elsewhere. */
function claimsAnExtreme({ items, quantities: numbers }: Clause): boolean {
  return (
    numbers.length === 0 &&
    items.some(
      (item) => item.type === 'name' && /^((high|low)est|furthest-off)$/.test(item.tags[0] ?? ''),
    )
  )
}

/** "…, which is the best of the field": it calls a number that stands elsewhere by another name. */
function isBareClaim({ items, quantities: numbers, isFresh }: Clause): boolean {
  if (numbers.length > 0 || isFresh === true) return false
  return (
    items.some((item) => item.type === 'name') &&
    items.some((item) => item.type === 'word' && /^(is|was|are|were)$/.test(item.text)) &&
    items.every((item) => item.type === 'word' || item.type === 'name')
  )
}

type Place = {
  readonly draft: string
  readonly clauses: readonly Clause[]
  readonly index: number
  readonly items: readonly Item[]
  readonly known: Known
  readonly afterRank: boolean
  /** The facts of the numbers before. */
  readonly before: readonly Given[]
}

/** The candidate that fits; else why the one that came nearest does not. */
function bestOf({ item, candidates }: Quantity, place: Place): Given | Refusal {
  let refusal = refuse('number')
  for (const given of candidates) {
    const fault = faultOf(given, item, place)
    if (fault === undefined) return given
    refusal = fault
  }
  return refusal
}

function faultOf(given: Given, item: Item, place: Place): Refusal | undefined {
  const clause = place.clauses[place.index]
  if (given.fact.value === null || clause === undefined) return refuse('number', ' is not known')
  const stranger = strangerIn(given, place.clauses, place.index, place.known)
  if (stranger !== undefined) return refuse('wrong-place', `: not this ${said[stranger]}`)
  if (isOfAnotherKind(given, place.draft, item)) return refuse('figure')
  if (!isCalledRight(given, clause) || !isNamed(given, clause, place.items, place.known))
    return refuse('figure')
  return isCountedRight(given, place.draft, item.end, place.afterRank, place.before)
    ? undefined
    : refuse('figure')
}

const said: Readonly<Record<Dimension, string>> = {
  car: 'car',
  lap: 'lap',
  section: 'section',
  race: 'race',
  track: 'track',
}

/** One end of an interval says nothing without the other. */
function checkEnds(matched: Matched): Refusal | undefined {
  const ends = [...matched.values()].filter(({ subject }) => subject.figure.isEnd === true)
  const isAlone = ({ fact, subject }: Given) =>
    !ends.some((other) => other.fact.id !== fact.id && other.subject.group === subject.group)
  return ends.some(isAlone) ? refuse('figure', 'one end of an interval') : undefined
}
