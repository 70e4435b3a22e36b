import type { Clause } from './clauses.ts'
import type { Item } from './items.ts'
import type { Known } from './known.ts'
import type { Matched } from './numbers-and-names.ts'
import { besideOf, entityOf } from './siblings.ts'

type Context = {
  readonly clauses: readonly Clause[]
  readonly index: number
  readonly matched: Matched
  readonly known: Known
}

/** "The best in Section 1 was 26.592 s, set by car 72", where another car set it. */
export function isDoneByAnother(item: Item, { clauses, index, matched, known }: Context): boolean {
  const said = clauses.slice(Math.max(0, index - 1), index + 1).flatMap(({ items }) => items)
  const items = said.filter((one) => one === item || !isVerb(one))
  const at = items.indexOf(item)
  const [before, by] = items.slice(Math.max(0, at - 2), at)
  const done = before && matched.get(before)
  if (done === undefined || by?.type !== 'word' || !/^(?:by|from)$/.test(by.text)) return false
  const cited = item.type === 'cite' ? known.byLabel.get(item.label) : undefined
  const entity = cited && entityOf(cited)
  const ids =
    item.type === 'car'
      ? item.named.map(({ id }) => id)
      : entity?.dimension === 'car'
        ? [entity.id]
        : []
  const whose = new Set([...done.subject.cars, ...besideOf(done, known.given, 'car')])
  return whose.size > 0 && ids.some((id) => !whose.has(id))
}

/** "Set by" and "driven by" say what "by" says. */
function isVerb(item: Item): boolean {
  return item.type === 'word' && /^(?:set|driven|done|posted|clocked|made)$/.test(item.text)
}
