import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { EntryQuery } from '#core/ports/review-store.ts'

type ListQuery = Omit<EntryQuery, 'terms'> & { readonly terms: readonly number[] }

const endOfTime = 8_640_000_000_000_000

/** Pages of entries: the rarest term is gone through in order, each of the others is looked up for each entry. */
export function prepareReviewList(
  database: DatabaseSync,
  countOf: (term: number) => number,
  numberOf: (answerId: string) => unknown,
): (query: ListQuery) => readonly unknown[] {
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, known)
    return known
  }
  return ({ terms, from, before, order, after, limit }) => {
    const fromMs = from === undefined ? 0 : Date.parse(from)
    const beforeMs = before === undefined ? endOfTime : Date.parse(before)
    const counts = terms.map((term) => ({ term, n: countOf(term) }))
    const [rarest, ...others] = counts.toSorted((a, b) => a.n - b.n)
    if (rarest === undefined || rarest.n === 0) return []
    const place = after === undefined ? startOf(order) : placeAfter(after, order, numberOf)
    const statement = prepared(listSql(others.length, order))
    const otherTerms = others.map(({ term }) => term)
    return statement.all(rarest.term, fromMs, beforeMs, ...place, ...otherTerms, limit)
  }
}

function listSql(others: number, order: EntryQuery['order']): string {
  const [beyond, direction] = order === 'oldest' ? ['>', 'ASC'] : ['<', 'DESC']
  const also = `AND EXISTS (
    SELECT 1 FROM review_terms other
    WHERE other.term = ? AND other.asked_ms = rarest.asked_ms AND other.number = rarest.number)`
  return `
    SELECT entry FROM review_terms rarest
    CROSS JOIN review_entries ON review_entries.number = rarest.number
    WHERE rarest.term = ? AND rarest.asked_ms >= ? AND rarest.asked_ms < ?
    AND (rarest.asked_ms, rarest.number) ${beyond} (?, ?)
    ${also.repeat(others)}
    ORDER BY rarest.asked_ms ${direction}, rarest.number ${direction} LIMIT ?`
}

function startOf(order: EntryQuery['order']): [number, number] {
  return order === 'oldest' ? [-1, -1] : [endOfTime, -1]
}

/** Of an entry that is gone only its time is known: others of the same millisecond are passed over. */
function placeAfter(
  { askedAt, answerId }: NonNullable<EntryQuery['after']>,
  order: EntryQuery['order'],
  numberOf: (answerId: string) => unknown,
): [number, number] {
  const number = numberOf(answerId)
  const unknown = order === 'oldest' ? Number.MAX_SAFE_INTEGER : -1
  return [Date.parse(askedAt), typeof number === 'number' ? number : unknown]
}
