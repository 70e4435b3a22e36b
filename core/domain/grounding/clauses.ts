import { type Dimension, isEntity, type Item, type Named } from './items.ts'
import type { Given, Known } from './known.ts'
import { entityOf } from './siblings.ts'

/** A cited fact or a typed number, and the facts that it may be. */
export type Quantity = {
  readonly item: Item
  readonly candidates: readonly Given[]
}

/** A piece of a sentence in which a number belongs to the car, lap and section that are named there. */
export type Clause = {
  readonly items: readonly Item[]
  readonly quantities: readonly Quantity[]
  /** A semicolon or a full stop stands before it: laps and sections named earlier do not hold on. */
  readonly isFresh?: boolean
}

export type QuantityOf = (item: Item) => Quantity | undefined

/** Words that join two numbers to one figure: "16th of 22", "0.4 to 0.6". */
const links = new Set([
  'of',
  'out of',
  'to',
  'or',
  'the',
  'from',
  '-',
  '–',
  'and',
  'your',
  'its',
  'between',
])

export function clausesOf(items: readonly Item[], quantityOf: QuantityOf): readonly Clause[] {
  const clauses: Clause[] = []
  for (const { piece, isFresh } of pieces(items, quantityOf)) {
    for (const [index, part] of parted(piece, quantityOf).entries()) {
      const found = part.flatMap((item) => quantityOf(item) ?? [])
      clauses.push({ items: part, quantities: found, isFresh: isFresh && index === 0 })
    }
  }
  return clauses
}

/** Between breaks; "between 0.4 and 0.6" is not parted. */
function pieces(items: readonly Item[], quantityOf: QuantityOf) {
  const all: { piece: Item[]; isFresh: boolean }[] = [{ piece: [], isFresh: true }]
  for (const [index, item] of items.entries()) {
    if (item.type !== 'break' || joinsRange(items, index, quantityOf)) all.at(-1)?.piece.push(item)
    else {
      const isStillFresh = all.at(-1)?.piece.length === 0 && all.at(-1)?.isFresh === true
      all.push({ piece: [], isFresh: isStillFresh || /^[;.!?]$/.test(item.text) })
    }
  }
  return all.filter(({ piece }) => piece.length > 0)
}

function joinsRange(items: readonly Item[], at: number, quantityOf: QuantityOf): boolean {
  const [opening, before, item, after] = items.slice(Math.max(0, at - 2), at + 2)
  if (item?.type !== 'break' || before === undefined || after === undefined) return false
  if (quantityOf(before) === undefined || quantityOf(after) === undefined) return false
  if (item.text === '–' || item.text === '-') return true
  return item.text === 'and' && opening?.type === 'word' && opening.text === 'between'
}

/** Of several numbers each takes the names that stand on its own side: all before it, or all after it. */
function parted(piece: readonly Item[], quantityOf: QuantityOf): readonly (readonly Item[])[] {
  const at = piece.flatMap((item, index) => (quantityOf(item) === undefined ? [] : [index]))
  const heads = at.filter((index, n) => n === 0 || !isLinked(piece, at[n - 1] ?? 0, index))
  if (heads.length < 2) return [piece]
  const [first = 0] = heads
  const namesFirst = piece.slice(0, first).some((item) => isEntity(item) || item.type === 'name')
  const cuts = namesFirst
    ? heads.slice(0, -1).map((head) => lastLinked(piece, at, head) + 1)
    : heads.slice(1)
  return [0, ...cuts.map((cut) => withItsName(piece, cut))].map((from, index, all) =>
    piece.slice(from, all[index + 1] ?? piece.length),
  )
}

/** "… with a pace of 1:39.249": the name goes with the number after it. */
function withItsName(piece: readonly Item[], cut: number): number {
  const words = piece.slice(0, cut).map((item) => (item.type === 'word' ? item.text : item.type))
  const found = / with (?:(?:a|an|the|your|its) )?name(?: of)?$/.exec(` ${words.join(' ')}`)
  return found === null ? cut : cut - found[0].trim().split(' ').length
}

function isLinked(piece: readonly Item[], from: number, to: number): boolean {
  return piece
    .slice(from + 1, to)
    .every(
      (item) =>
        ((item.type === 'word' || item.type === 'break') && links.has(item.text)) ||
        isPace(item, piece[from + 1]),
    )
}

/** "the 3rd pace of 22 cars" */
function isPace(item: Item, first: Item | undefined): boolean {
  return item === first && item.type === 'name' && item.tags.includes('pace')
}

function lastLinked(piece: readonly Item[], at: readonly number[], head: number): number {
  let last = head
  for (const index of at) if (index > last && isLinked(piece, last, index)) last = index
  return last
}

/** What a clause names of one dimension, its cited cars, laps and sections among it. */
export function namedIn(
  { items }: Clause,
  dimension: Dimension,
  { byLabel }: Known,
): readonly Named[] {
  return items.flatMap((item) => {
    if (item.type === dimension && isEntity(item)) return item.named
    if (item.type !== 'cite') return []
    const given = byLabel.get(item.label)
    const entity = given && entityOf(given)
    if (entity?.dimension !== dimension) return []
    return [{ id: entity.id, start: item.start, end: item.end }]
  })
}

/** The ids that hold for a clause, and whether it names them itself. */
export type Held = {
  readonly ids: ReadonlySet<string>
  readonly isOwn: boolean
  /** Which clause names them. */
  readonly at: number
}

/** Its own names, else those of a clause before, else of the next one where that has no number. */
export function heldIn(
  clauses: readonly Clause[],
  index: number,
  dimension: Dimension,
  known: Known,
): Held | undefined {
  const own = idsIn(clauses[index], dimension, known)
  if (own !== undefined) return { ids: own, isOwn: true, at: index }
  const bracket = clauses[index + 1]
  if (bracket?.quantities.length === 0 && bracket.items.every(({ type }) => type === dimension)) {
    const ids = idsIn(bracket, dimension, known)
    if (ids !== undefined) return { ids, isOwn: false, at: index + 1 }
  }
  const holdsOn = dimension !== 'lap' && dimension !== 'section'
  for (let at = index - 1; at >= 0; at--) {
    if (clauses[at + 1]?.isFresh === true && !holdsOn) break
    const ids = idsIn(clauses[at], dimension, known)
    if (ids !== undefined) return { ids, isOwn: false, at }
  }
  const next = clauses[index + 1]
  if (next === undefined || next.isFresh === true || next.quantities.length > 0) return undefined
  if (isTask(next)) return undefined
  const ids = idsIn(next, dimension, known)
  return ids && { ids, isOwn: false, at: index + 1 }
}

/** "…, drive it as on laps 6 and 8": what to do, not where the number before it is from. */
function isTask({ items: [first] }: Clause): boolean {
  return first?.type === 'word' && /^(?:drive|watch|repeat|look|compare|work)$/.test(first.text)
}

function idsIn(
  clause: Clause | undefined,
  dimension: Dimension,
  known: Known,
): ReadonlySet<string> | undefined {
  if (clause === undefined) return undefined
  const ids = new Set(namedIn(clause, dimension, known).map(({ id }) => id))
  if (ids.size === 0) return undefined
  // "In Section 2 … up to the mid loop" is about the half.
  for (const id of ids) if (id.length === 3 && dimension === 'section') ids.delete(id.slice(0, 2))
  return ids
}
