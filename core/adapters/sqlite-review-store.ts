import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { everything, termsOf } from '#core/protocol/review/entry-terms.ts'
import { ReviewEntry } from '#core/protocol/review/review-entry.ts'
import type { AnswerPlace, EntryPlace, ReviewStore } from '#core/ports/review-store.ts'
import { conversationFile } from './sqlite-conversation-file.ts'
import { openSqliteFile, transaction } from './sqlite-file.ts'
import { prepareReviewList } from './sqlite-review-list.ts'

const EntryRow = z.object({ number: z.int(), terms: z.string(), entry: z.string() })
const PlaceRow = z.object({ answer_id: z.string(), conversation_id: z.string() })

/** Reviews in the file of their conversations. Throws `StoreUnusable`. */
export function openSqliteReviewStore(file: string): ReviewStore {
  const database = openSqliteFile(file, conversationFile)
  // A filter goes through many terms in order: the pages that it needs stay in memory.
  database.exec('PRAGMA cache_size = -65536')
  const find = database.prepare('SELECT * FROM review_entries WHERE answer_id = ?')
  const count = database.prepare('SELECT n FROM review_counts WHERE term = ?')
  const unlisted = database.prepare(
    `SELECT answer_id, conversation_id FROM answers
     WHERE outcome IS NOT NULL AND answer_id NOT IN (SELECT answer_id FROM review_entries)
     LIMIT ?`,
  )
  const countOf = (term: number) => Number(count.get(term)?.['n'] ?? 0)
  const list = prepareReviewList(database, countOf, (answerId) => find.get(answerId)?.['number'])
  const change = prepareChange(database, (answerId) => {
    const row = find.get(answerId)
    return row && EntryRow.parse(row)
  })
  return {
    change: (place, make) => Promise.try(() => transaction(database, () => change(place, make))),
    find: (answerId) =>
      Promise.try(() => {
        const row = find.get(answerId)
        return row && entryOf(row)
      }),
    list: (query) =>
      Promise.try(() => {
        const terms = query.terms.length === 0 ? [everything] : query.terms
        const entries = list({ ...query, terms: terms.map(numberOfTerm) }).map(entryOf)
        const next = entries.length === query.limit ? placeOf(entries.at(-1)) : undefined
        return { entries, ...(next && { next }) }
      }),
    count: (term) => Promise.try(() => countOf(numberOfTerm(term))),
    unlisted: (limit) =>
      Promise.try(() =>
        unlisted.all(limit).map((row) => {
          const { answer_id: answerId, conversation_id: conversationId } = PlaceRow.parse(row)
          return { answerId, conversationId }
        }),
      ),
    close: () => Promise.try(() => database.close()),
  }
}

type Found = (answerId: string) => z.infer<typeof EntryRow> | undefined

function prepareChange(database: DatabaseSync, find: Found) {
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
    const before = find(answerId)
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

function entryOf(row: unknown): ReviewEntry {
  return ReviewEntry.parse(JSON.parse(z.object({ entry: z.string() }).parse(row).entry))
}

function placeOf(entry: ReviewEntry | undefined): EntryPlace | undefined {
  return entry && { askedAt: entry.askedAt, answerId: entry.answerId }
}

/** 48 bits: a number that JavaScript holds exactly; two terms of a store share one about never. */
function numberOfTerm(term: string): number {
  return createHash('sha256').update(term).digest().readUIntBE(0, 6)
}
