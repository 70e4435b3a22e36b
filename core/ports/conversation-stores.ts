import type { CoachStore } from './coach-store.ts'
import type { ConversationStore } from './conversation-store.ts'
import type { ReviewStore } from './review-store.ts'

/** What drivers asked, what coaches say of it, and who they are: one place. */
export type ConversationStores = {
  readonly conversations: ConversationStore
  readonly reviews: ReviewStore
  readonly coaches: CoachStore
}
