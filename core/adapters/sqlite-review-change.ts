import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { termsOf } from '#core/protocol/review/entry-terms.ts'
import { ReviewEntry } from '#core/protocol/review/review-entry.ts'
import type { AnswerPlace, ReviewStore } from '#core/ports/review-store.ts'

const TextRow = z.object({ entry: z.string() })
const EntryRow = z.object({ number: z.int(), terms: z.string(), entry: z.string() })

/** Changes one entry, and its terms with it; to be run in a transaction. */
export function prepareReviewChange(database: DatabaseSync) {
  const find = database.prepare('SELECT * FROM review_entries WHERE answer_id = ?')
  const isStored = database.prepare(
    'SELECT 1 FROM answers WHERE answer_id = ? AND conversation_id = ?',
  )
  const keep = database.prepare(
    'INSERT INTO review_entries (answer_id, asked_ms, terms, entry) VALUES (?, ?, ?, ?)',
  )
  const replace = database.prepare(
    'UPDATE review_entries SET terms = ?, entry = ? WHERE number = ?',
  )
  const addTerm = database.prepare('INSERT INTO review_terms VALUES (?, ?, ?)')
  const removeTerm = database.prepare(
    'DELETE FROM review_terms WHERE term = ? AND asked_ms = ? AND number = ?',
  )
  return (
    { answerId, conversationId }: AnswerPlace,
    make: Parameters<ReviewStore['change']>[1],
  ): ReviewEntry | undefined => {
    if (isStored.get(answerId, conversationId) === undefined) return undefined
    const row = find.get(answerId)
    const before = row && EntryRow.parse(row)
    const made = make(before && entryOf(before))
    if (made === undefined) return undefined
    const entry = ReviewEntry.parse(made)
    const askedMs = Date.parse(entry.askedAt)
    const terms = termsOf(entry).map(numberOfTerm)
    const [termsText, text] = [JSON.stringify(terms), JSON.stringify(entry)]
    const old = new Set(before && z.array(z.int()).parse(JSON.parse(before.terms)))
    const number = before?.number ?? keep.run(answerId, askedMs, termsText, text).lastInsertRowid
    if (before !== undefined) replace.run(termsText, text, number)
    for (const term of terms) if (!old.delete(term)) addTerm.run(term, askedMs, number)
    for (const term of old) removeTerm.run(term, askedMs, number)
    return entry
  }
}

export function entryOf(row: unknown): ReviewEntry {
  return ReviewEntry.parse(JSON.parse(TextRow.parse(row).entry))
}

/** 48 bits: a number that JavaScript holds exactly; two terms of a store share one about never. */
export function numberOfTerm(term: string): number {
  return createHash('sha256').update(term).digest().readUIntBE(0, 6)
}
