import { isEntity, type Item } from './items.ts'
import type { Known } from './known.ts'
import { entityOf } from './siblings.ts'

/** Words that set what follows against what stands before. */
const relations = new Set('than to from behind against versus vs past by beside with'.split(' '))
const quiet = new Set('in on at over the of that those'.split(' '))

/** "Car 46's gap to car 46", "slower on lap 8 than on lap 8", "Section 2 against Section 2". */
export function isAgainstItself(item: Item, items: readonly Item[], known: Known): boolean {
  const key = keyOf(item, known)
  if (key === undefined || isOwner(item, items)) return false
  const at = items.indexOf(item)
  const relation = items.slice(0, at).findLastIndex((one) => !isQuiet(one))
  const link = items[relation]
  if (link === undefined || !relates(link)) return false
  const kind = key.split(':')[0] ?? ''
  const earlier = items.slice(0, relation).flatMap((one) => {
    const other = keyOf(one, known)
    return other?.startsWith(`${kind}:`) === true ? [other] : []
  })
  const last = earlier.at(-1)
  // A section against a half of itself is no comparison either.
  if (last === undefined || last === key) return last === key
  return kind === 'section' && !isImplied(item) && isHalfOf(last, key)
}

function isHalfOf(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one)
}

function isQuiet(item: Item): boolean {
  return item.type === 'word' && quiet.has(item.text)
}

function relates(item: Item): boolean {
  if (item.type === 'word') return relations.has(item.text)
  return item.type === 'direction' && item.direction.degree === 'comparative'
}

/** "your own best": what it owns is compared, not whom. */
function isOwner(item: Item, items: readonly Item[]): boolean {
  const next = items[items.indexOf(item) + 1]
  if (next === undefined || next.type === 'break') return false
  if (item.type === 'car' && item.isPossessive === true) return true
  return next.type === 'word' && next.text === "'s"
}

function keyOf(item: Item, { byLabel }: Known): string | undefined {
  if (isEntity(item)) return `${item.type}:${item.named.map(({ id }) => id).join()}`
  if (item.type !== 'cite') return undefined
  const given = byLabel.get(item.label)
  const entity = given && entityOf(given)
  return entity && `${entity.dimension}:${entity.id}`
}

/** "… up to the mid loop" is said of the section before it. */
function isImplied(item: Item): boolean {
  return isEntity(item) && item.isImplied === true
}
