import type { Coach } from '#core/ports/coach-store.ts'
import type { EntryPlace } from '#core/ports/review-store.ts'
import { judgedBy } from '#core/protocol/review/entry-terms.ts'
import { isHeldByOther } from '#core/protocol/review/judging.ts'
import { queueStateOf } from '#core/protocol/review/queue-state.ts'
import type { ReviewEntry } from '#core/protocol/review/review-entry.ts'
import type { NextQuery } from '#core/protocol/review/review-query.ts'
import { claim } from './claim.ts'
import { queryOfFilter } from './entry-query.ts'
import type { ReviewDesk } from './review-desk.ts'

/** How many are looked through at a time for one that is free. */
const page = 20

/**
 * The oldest answer that waits for this coach and that nobody else has, claimed: one that nobody has judged, or
 * a second opinion on what another coach has.
 */
export async function nextItem(
  desk: ReviewDesk,
  coach: Coach,
  { filter, skip }: NextQuery,
): Promise<ReviewEntry | undefined> {
  const others = (await desk.coaches.coaches()).filter(({ id }) => id !== coach.id)
  const lines = [
    ['state:open'],
    ...others.map(({ id }) => ['state:second-opinion', judgedBy(id)]),
  ].map((terms) => createLine(desk, coach, filter, skip, terms))
  return await firstOf(desk, coach, lines)
}

type Line = { readonly head: () => Promise<ReviewEntry | undefined>; readonly drop: () => void }

/** Of several queues the oldest of all heads; who is a moment too late goes on with the next one. */
async function firstOf(
  desk: ReviewDesk,
  coach: Coach,
  lines: readonly Line[],
): Promise<ReviewEntry | undefined> {
  const heads = await Promise.all(lines.map(async (line) => ({ line, entry: await line.head() })))
  const [oldest] = heads
    .flatMap(({ line, entry }) => (entry === undefined ? [] : [{ line, entry }]))
    .toSorted((a, b) => (a.entry.askedAt < b.entry.askedAt ? -1 : 1))
  if (oldest === undefined) return undefined
  const own = await claim(desk, oldest.entry, coach)
  // What was judged in this moment is no longer to be had.
  if (own !== undefined && queueStateOf(own) === queueStateOf(oldest.entry)) return own
  oldest.line.drop()
  return await firstOf(desk, coach, lines)
}

/** One queue, oldest first, without what others have and what was put aside. */
function createLine(
  { reviews, now }: ReviewDesk,
  { id }: Coach,
  filter: NextQuery['filter'],
  skip: readonly string[],
  state: readonly string[],
): Line {
  const { terms, ...time } = queryOfFilter(filter)
  let found: readonly ReviewEntry[] = []
  let after: EntryPlace | undefined
  let isAtEnd = false
  const isFree = (entry: ReviewEntry) =>
    !skip.includes(entry.answerId) && !isHeldByOther(entry, id, now().toISOString())
  const head = async (): Promise<ReviewEntry | undefined> => {
    if (found.length > 0 || isAtEnd) return found[0]
    const query = { terms: [...state, ...terms], ...time, order: 'oldest', limit: page } as const
    const { entries, next } = await reviews.list({ ...query, ...(after && { after }) })
    found = entries.filter(isFree)
    after = next
    isAtEnd = next === undefined
    return await head()
  }
  return {
    head,
    drop: () => {
      found = found.slice(1)
    },
  }
}
