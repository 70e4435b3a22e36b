import type { Clause, Held } from './clauses.ts'
import type { Given } from './known.ts'

/** "The field averaged 1:39.514 over 22 cars": it has to be said of the field, and of no car. */
export function isOfFieldHere(
  { subject }: Given,
  held: Held | undefined,
  clauses: readonly Clause[],
  index: number,
): boolean {
  const isField = ({ items }: Clause) =>
    items.some((item) => item.type === 'name' && item.tags.includes('field'))
  const isSaid = clauses.slice(0, index + 1).some(isField)
  return isSaid && (held?.isOwn !== true || subject.figure.counts === 'cars')
}

/** "On laps 14 to 27 you were 0.56 s slower than on laps 4 to 13": the ends of what it was computed over. */
export function isOfSpans({ subject }: Given, held: Held, clauses: readonly Clause[]): boolean {
  const spans = subject.spans ?? []
  const ranges = new Set(
    clauses.flatMap(({ items }) =>
      items.flatMap((item) =>
        item.type === 'lap' && item.isRange === true ? item.named.map(({ id }) => id).join() : [],
      ),
    ),
  )
  const ends = new Set(spans.flat().map(String))
  return (
    spans.length > 0 &&
    spans.every((span) => ranges.has(span.join())) &&
    // "… slower than on laps 4 to 13: medians over 14 and 10 green laps".
    (subject.operation === 'count' || [...held.ids].every((id) => ends.has(id)))
  )
}
