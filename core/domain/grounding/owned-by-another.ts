import type { Clause } from './clauses.ts'
import type { Item } from './items.ts'
import type { Given, Known } from './known.ts'
import { entityOf } from './siblings.ts'

/** "Car 46's interval to it", where the interval is from another car to car 46. */
export function isOwnedByAnother(
  { subject }: Given,
  clause: Clause | undefined,
  beside: ReadonlySet<string>,
  known: Known,
): boolean {
  const items = clause?.items ?? []
  if (subject.figure.tags.includes('section-best')) return isOwnedByOneOf(items, beside, known)
  if (!subject.figure.tags.includes('interval')) return false
  return items.some((item, at) => {
    const next = items[at + 1]
    const isOwner = item.type === 'car' && next?.type === 'word' && next.text === "'s"
    return isOwner && item.named.some(({ id }) => !subject.cars.includes(id))
  })
}

/** "Car 22's best time in Section 2", "your best time", "car 22 set the best time", where the best of all is of another car. */
function isOwnedByOneOf(
  items: readonly Item[],
  whose: ReadonlySet<string>,
  { byLabel }: Known,
): boolean {
  return items.some((item) => {
    const cited = item.type === 'cite' ? byLabel.get(item.label) : undefined
    const entity = cited && entityOf(cited)
    if (entity?.dimension === 'car') return !whose.has(entity.id)
    if (item.type !== 'car') return false
    // "You are 0.1 s off the best time": of that the gap is another fact.
    const isYou = item.isImplied === true && item.isPossessive !== true
    return !isYou && item.named.some(({ id }) => !whose.has(id))
  })
}
