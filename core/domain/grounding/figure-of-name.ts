import { idsOf } from './belongs.ts'
import { type Clause, heldIn } from './clauses.ts'
import type { Dimension, Item } from './items.ts'
import type { Given, Known } from './known.ts'
import { besideOf } from './siblings.ts'

/** The items of a clause, or of the one before it that has names, up to a semicolon. */
function itemsWithNames(clause: Clause | undefined, clauses: readonly Clause[]): readonly Item[] {
  if (clause === undefined) return []
  for (let at = clauses.indexOf(clause); at >= 0; at--) {
    const one = clauses[at]
    if (one?.items.some((item) => item.type === 'name') === true) return one.items
    if (one?.isFresh === true) break
  }
  return clause.items
}

/** Names that a lap, a car or a section can bear. */
const ofALap = new Set(
  'best-lap fastest-lap own-best section-best composite ideal median mean best-position worst-position speed score'.split(
    ' ',
  ),
)

/** "Your best lap was lap 9": a figure and a name side by side have to be of one fact. */
export function isOfItsFigure(
  item: { readonly type: Dimension },
  { id }: { readonly id: string },
  clause: Clause | undefined,
  { known, clauses }: { readonly known: Known; readonly clauses: readonly Clause[] },
): boolean {
  const names = itemsWithNames(clause, clauses).flatMap((one) =>
    one.type === 'name' && one.tags.some((tag) => ofALap.has(tag)) ? [one] : [],
  )
  if (clause === undefined || names.length === 0 || clause.quantities.length > 0) return true
  // "In Section 3 your best lap was lap 14": the best of whole laps is of no section.
  const sections = [...(heldIn(clauses, clauses.indexOf(clause), 'section', known)?.ids ?? [])]
  return names.every(({ tags }) =>
    known.given.some(
      (given) =>
        given.subject.operation !== 'difference' &&
        tags.some((tag) => given.subject.figure.tags.includes(tag)) &&
        sections.every((section) => isIn(section, given, known)) &&
        (idsOf(given.subject, item.type).includes(id) ||
          besideOf(given, known.given, item.type).has(id)),
    ),
  )
}

function isIn(section: string, given: Given, known: Known): boolean {
  return (
    idsOf(given.subject, 'section').includes(section) ||
    besideOf(given, known.given, 'section').has(section)
  )
}
