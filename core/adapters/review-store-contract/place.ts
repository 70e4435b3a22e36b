import type { ConversationStore } from '#core/ports/conversation-store.ts'
import type { ConversationStores } from '#core/ports/conversation-stores.ts'
import type { ReviewStore } from '#core/ports/review-store.ts'
import { deriveEntry } from '#core/protocol/review/derive-entry.ts'
import { withDerived } from '#core/protocol/review/judging.ts'
import type { Judgment } from '#core/protocol/review/judgment.ts'
import type { DerivedEntry, ReviewEntry } from '#core/protocol/review/review-entry.ts'
import { answered, at, begin, question } from '../conversation-store-contract/chat.ts'

/** Where they can be opened several times. */
export type ReviewPlace = {
  readonly open: () => ConversationStores
}

/** The place of the test that runs. */
export type OpenPlace = {
  readonly stores: () => ConversationStores
  /** A second opening of the same place; to be closed by the test. */
  readonly other: () => ConversationStores
}

export const askedAt = (day: number, hour = 10): string =>
  `2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`

export const all = { terms: [], order: 'oldest', limit: 100 } as const

/** An answer in a conversation of its own, with its entry. */
export async function listed(
  { conversations, reviews }: ConversationStores,
  id: string,
  change: Partial<DerivedEntry> = {},
): Promise<ReviewEntry> {
  await begin(conversations, id, at(20))
  await answered(conversations, id, question('q1', { answerId: `answer-${id}` }))
  return await list(reviews, await derivedOf(conversations, id, change))
}

export async function derivedOf(
  conversations: ConversationStore,
  id: string,
  change: Partial<DerivedEntry> = {},
): Promise<DerivedEntry> {
  const answer = await conversations.answer(id, `answer-${id}`)
  if (answer?.outcome === undefined) throw new Error(`answer-${id} has not ended`)
  const { outcome } = answer
  return { ...deriveEntry({ ...answer, outcome }, { sample: 0, forTwo: 0 }), ...change }
}

export async function list(reviews: ReviewStore, derived: DerivedEntry): Promise<ReviewEntry> {
  const kept = await reviews.change(derived, (before) => withDerived(before, derived))
  if (kept === undefined) throw new Error(`${derived.answerId} was not kept`)
  return kept
}

export const judgment = (coachId: string, change: Partial<Judgment> = {}): Judgment => ({
  coachId,
  coach: `Coach ${coachId}`,
  at: at(3),
  verdict: 'right',
  wrong: [],
  correction: [],
  note: null,
  deliveredAt: null,
  ...change,
})

export async function closeAll({
  conversations,
  reviews,
  coaches,
}: ConversationStores): Promise<void> {
  await Promise.all([conversations.close(), reviews.close(), coaches.close()])
}
