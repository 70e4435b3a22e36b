import type { ConversationStores } from '#core/ports/conversation-stores.ts'
import { openSqliteCoachStore } from './sqlite-coach-store.ts'
import { conversationsBeside } from './sqlite-conversation-file.ts'
import { openSqliteConversationStore } from './sqlite-conversation-store.ts'
import { openSqliteReviewStore } from './sqlite-review-store.ts'

/** The file beside that of the season. */
export function openSqliteConversationStores(storeFile: string): ConversationStores {
  const file = conversationsBeside(storeFile)
  return {
    conversations: openSqliteConversationStore(file),
    reviews: openSqliteReviewStore(file),
    coaches: openSqliteCoachStore(file),
  }
}
