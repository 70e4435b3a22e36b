import type { Clause } from './clauses.ts'
import type { Given } from './known.ts'

/** "Car 46's interval to it", where the interval is from another car to car 46. */
export function isOwnedByAnother({ subject }: Given, clause: Clause | undefined): boolean {
  if (!subject.figure.tags.includes('interval')) return false
  const items = clause?.items ?? []
  return items.some((item, at) => {
    const next = items[at + 1]
    const isOwner = item.type === 'car' && next?.type === 'word' && next.text === "'s"
    return isOwner && item.named.some(({ id }) => !subject.cars.includes(id))
  })
}
