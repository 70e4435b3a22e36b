import { conversationsBeside } from '#core/adapters/sqlite-conversation-file.ts'
import { openSqliteCoachStore } from '#core/adapters/sqlite-coach-store.ts'
import { openSqliteConversationStore } from '#core/adapters/sqlite-conversation-store.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { openSqliteReviewStore } from '#core/adapters/sqlite-review-store.ts'
import type { CoachStore } from '#core/ports/coach-store.ts'
import type { ConversationStore } from '#core/ports/conversation-store.ts'
import type { DocumentStore } from '#core/ports/document-store.ts'
import type { ReviewStore } from '#core/ports/review-store.ts'
import { CannotStart } from './cannot-start.ts'
import type { Config } from './config.ts'

/** What drivers asked, what coaches say of it, and who they are: one place. */
export type ConversationStores = {
  readonly conversations: ConversationStore
  readonly reviews: ReviewStore
  readonly coaches: CoachStore
}

export function openStore({ store }: Pick<Config, 'store'>): DocumentStore {
  if (store.kind === 'sqlite') return openSqliteDocumentStore(store.file)
  throw new CannotStart('STORE=firestore cannot be opened yet: give sqlite:<file>')
}

/** Beside the store and not in it: a new season never touches what was asked. */
export function openConversations({ store }: Pick<Config, 'store'>): ConversationStores {
  if (store.kind !== 'sqlite')
    throw new CannotStart('STORE=firestore cannot be opened yet: give sqlite:<file>')
  const file = conversationsBeside(store.file)
  return {
    conversations: openSqliteConversationStore(file),
    reviews: openSqliteReviewStore(file),
    coaches: openSqliteCoachStore(file),
  }
}

export async function closeConversations(stores: ConversationStores): Promise<void> {
  await Promise.all(Object.values(stores).map(async (store) => await store.close()))
}
