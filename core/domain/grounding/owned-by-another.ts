import type { Clause } from './clauses.ts'
import type { Item } from './items.ts'
import type { Given } from './known.ts'

/** "Car 46's interval to it", where the interval is from another car to car 46. */
export function isOwnedByAnother(
  { subject }: Given,
  clause: Clause | undefined,
  beside: ReadonlySet<string>,
): boolean {
  const items = clause?.items ?? []
  if (subject.figure.tags.includes('section-best')) return isOwnedByOneOf(items, beside)
  if (!subject.figure.tags.includes('interval')) return false
  return items.some((item, at) => {
    const next = items[at + 1]
    const isOwner = item.type === 'car' && next?.type === 'word' && next.text === "'s"
    return isOwner && item.named.some(({ id }) => !subject.cars.includes(id))
  })
}

/** "Car 22's best time in Section 2", "your best time", "car 22 set the best time", where the best of all is of another car. */
function isOwnedByOneOf(items: readonly Item[], whose: ReadonlySet<string>): boolean {
  return items.some((item) => {
    if (item.type !== 'car') return false
    // "You are 0.1 s off the best time": of that the gap is another fact.
    const isYou = item.isImplied === true && item.isPossessive !== true
    return !isYou && item.named.some(({ id }) => !whose.has(id))
  })
}
