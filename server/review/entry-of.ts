import type { ReviewEntry } from '#core/protocol/review/review-entry.ts'
import { fromStore } from '../store-fault.ts'
import { noSuchAnswer } from './review-input.ts'
import type { ReviewDesk } from './review-desk.ts'

/** The entry of an answer that somebody asked for. */
export async function entryOf(
  { reviews }: Pick<ReviewDesk, 'reviews'>,
  answerId: string,
): Promise<ReviewEntry> {
  const entry = await fromStore(reviews.find(answerId))
  if (entry === undefined) throw noSuchAnswer()
  return entry
}
