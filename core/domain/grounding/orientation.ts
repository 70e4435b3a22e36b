import type { Clause } from './clauses.ts'
import type { Comparison } from './comparisons.ts'
import { type DirectionItem, isEntity, type Item } from './items.ts'
import type { Known } from './known.ts'
import { entityOf } from './siblings.ts'

/**
 * Whether a sentence says its word of the first side (1) or of the second (-1): "car 22 is slower than you"
 * turns round what is known of you against car 22. Undefined where it is not plain, or where it speaks
 * of somebody whom the comparison does not know.
 */
export function orientationOf(
  word: DirectionItem,
  clauses: readonly Clause[],
  index: number,
  { a, b }: Comparison,
  known: Known,
): 1 | -1 | undefined {
  const items = clauses[index]?.items ?? []
  const at = items.indexOf(word)
  const after = items.slice(at + 1)
  if (namesAStranger(after, a, b, known) || isSaidOfAStranger(items.slice(0, at), a, b))
    return undefined
  const sidesIn = (some: readonly Item[]) =>
    some.flatMap((item, at) => (isObject(some, at) ? [] : (sideOf(item, a, b, known) ?? [])))
  const earlier = clauses
    .slice(0, index)
    .map((clause) => sidesIn(clause.items.filter((item) => !isOff(item, clause.items))))
    .filter((sides) => sides.length > 0)
  const isRange =
    clauses[index]?.quantities.every((one) =>
      one.candidates.every(({ subject: { figure } }) => figure.isEnd === true),
    ) === true && clauses[index].quantities.length > 0
  const carried = isRange || isElliptic(items) ? earlier.at(-1)?.[0] : earlier.at(-1)?.at(-1)
  const subject = sidesIn(items.slice(0, at)).at(-1) ?? carried
  const than = after.findIndex((item) => item.type === 'word' && item.text === 'than')
  if (than >= 0) {
    const [near] = sidesIn(after.slice(0, than))
    const far = sidesIn(after.slice(than + 1))
    const object = far.includes('b') ? 'b' : far[0]
    const who = near ?? subject
    if (object === undefined || object === who)
      return who === undefined || object === who ? undefined : who === 'a' ? 1 : -1
    return object === 'b' ? 1 : -1
  }
  const objects = after.flatMap((item) => sideOf(item, a, b, known) ?? [])
  const isAgainstB = objects.includes('b')
  const isAgainstA = after.some((item) => sideOf(item, a, b, known) === 'a' && isRival(item, known))
  if (subject === 'b') return isAgainstB ? undefined : -1
  if (isAgainstB) return 1
  if (!isAgainstA || word.direction.isOfWhoFollows === true) return 1
  return subject === undefined && isMeasuredFrom(after) ? -1 : undefined
}

/** "Nothing is off the quick quarter: …": what is named after "off" is not whom the next clause is about. */
function isOff(item: Item, items: readonly Item[]): boolean {
  if (item.type !== 'name') return false
  const before = items.slice(0, items.indexOf(item))
  const link = before.findLast((one) => one.type !== 'word' || one.text !== 'the')
  return link?.type === 'direction' && link.direction.degree === 'comparative'
}

/** "Against the quick quarter: 0.41 s ahead": what stands after "against" is not who is ahead. */
function isObject(items: readonly Item[], at: number): boolean {
  const link = items.slice(0, at).findLast((one) => {
    if (one.type === 'car') return one.isPossessive !== true
    return one.type !== 'word' || one.text !== 'the'
  })
  return link?.type === 'word' && link.text === 'against'
}

/** "…, in Section 2 0.55 s off": without a verb of its own it goes on with whom the sentence began. */
function isElliptic(items: readonly Item[]): boolean {
  return items.every(
    (item) =>
      item.type !== 'word' || /^(in|on|over|at|the|by|lap|a|an|line|there)$/.test(item.text),
  )
}

/** "0.3 s off you", "slower than you": the side that follows is the one compared with. */
function isMeasuredFrom([next, ...rest]: readonly Item[]): boolean {
  if (next === undefined) return false
  return isEntity(next) || [next, ...rest].some((one) => one.type === 'word' && one.text === 'than')
}

/** "slower than car 93", where the comparison is with car 22 or with the quick quarter. */
function namesAStranger(
  after: readonly Item[],
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  known: Known,
): boolean {
  const than = after.findIndex((item) => item.type === 'word' && item.text === 'than')
  return (
    than >= 0 &&
    after.slice(than + 1).some((item, at, all) => {
      // "… than you in Section 2 on pace": by what, not than whom.
      if (item.type === 'name' && item.tags.includes('pace') && isOn(all[at - 1])) return false
      // "Quicker than your pace": the pace is what it is compared with.
      if (item.type === 'car' && item.isPossessive === true) return false
      const keys = keysOf(item, known).filter((key) => !/^(section|track):/.test(key))
      return keys.length > 0 && !keys.some((key) => a.has(key) || b.has(key))
    })
  )
}

function isOn(item: Item | undefined): boolean {
  return item?.type === 'word' && item.text === 'on'
}

/** "Car 46 is slower", where the comparison knows no car 46. */
function isSaidOfAStranger(
  before: readonly Item[],
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
): boolean {
  const last = before.findLast((item) => item.type === 'car')
  if (last?.type !== 'car' || last.isImplied === true) return false
  return last.named.every(({ id }) => !a.has(`car:${id}`) && !b.has(`car:${id}`))
}

function sideOf(
  item: Item,
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  known: Known,
): 'a' | 'b' | undefined {
  const keys = keysOf(item, known)
  if (keys.some((key) => b.has(key))) return 'b'
  return keys.some((key) => a.has(key)) ? 'a' : undefined
}

/** A car or a reference can be what something is compared with; a lap or section is where. */
function isRival(item: Item, known: Known): boolean {
  if (item.type === 'car' && item.isPossessive === true) return false
  return keysOf(item, known).some((key) => key.startsWith('car:') || key.startsWith('ref:'))
}

function keysOf(item: Item, { byLabel }: Known): readonly string[] {
  if (isEntity(item)) return item.named.map(({ id }) => `${item.type}:${id}`)
  if (item.type === 'name') return item.tags.map((tag) => `ref:${tag}`)
  if (item.type !== 'cite') return []
  const given = byLabel.get(item.label)
  const entity = given && entityOf(given)
  return entity === undefined ? [] : [`${entity.dimension}:${entity.id}`]
}
