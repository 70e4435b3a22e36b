import type { Coach } from '#core/ports/coach-store.ts'
import { claimed } from '#core/protocol/review/judging.ts'
import type { ReviewEntry } from '#core/protocol/review/review-entry.ts'
import type { ReviewDesk } from './review-desk.ts'

/** For how long an answer is a coach's own; reading it begins that time anew. */
export const claimMs = 15 * 60 * 1000

/** The entry with this coach's claim; undefined where another coach has it, or it is gone. */
export async function claim(
  { reviews, now }: Pick<ReviewDesk, 'reviews' | 'now'>,
  entry: ReviewEntry,
  { id, name }: Coach,
): Promise<ReviewEntry | undefined> {
  const at = now()
  const own = {
    coachId: id,
    coach: name,
    until: new Date(at.getTime() + claimMs).toISOString(),
  }
  return await reviews.change(entry, (before) => before && claimed(before, own, at.toISOString()))
}
