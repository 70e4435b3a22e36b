import * as z from 'zod'
import { everything } from '#core/protocol/review/entry-terms.ts'
import type { ReviewEntry } from '#core/protocol/review/review-entry.ts'
import type { EntryPlace, ReviewStore } from '#core/ports/review-store.ts'
import { conversationFile } from './sqlite-conversation-file.ts'
import { openSqliteFile, transaction } from './sqlite-file.ts'
import { entryOf, numberOfTerm, prepareReviewChange } from './sqlite-review-change.ts'
import { prepareReviewList } from './sqlite-review-list.ts'

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
  const change = prepareReviewChange(database)
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

function placeOf(entry: ReviewEntry | undefined): EntryPlace | undefined {
  return entry && { askedAt: entry.askedAt, answerId: entry.answerId }
}
