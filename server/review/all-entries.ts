import type { EntryPlace, EntryQuery, ReviewStore } from '#core/ports/review-store.ts'
import type { ReviewEntry } from '#core/protocol/review/review-entry.ts'
import { fromStore } from '../store-fault.ts'

const page = 200

/** Every entry that fits, page after page; other requests are answered between. */
export async function* allEntries(
  reviews: ReviewStore,
  query: Omit<EntryQuery, 'limit' | 'after'>,
): AsyncGenerator<ReviewEntry> {
  let after: EntryPlace | undefined
  do {
    // Each page begins where the one before ended.
    // oxlint-disable-next-line no-await-in-loop
    const found = await fromStore(reviews.list({ ...query, limit: page, ...(after && { after }) }))
    yield* found.entries
    after = found.next
  } while (after !== undefined)
}
