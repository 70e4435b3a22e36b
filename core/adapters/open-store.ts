import type { CoachStore } from '#core/ports/coach-store.ts'
import type { ConversationStore } from '#core/ports/conversation-store.ts'
import type { DocumentStore } from '#core/ports/document-store.ts'
import type { ReviewStore } from '#core/ports/review-store.ts'
import type { FirestoreSettings } from './firestore-fault.ts'
import { openSqliteDocumentStore } from './sqlite-document-store.ts'

export type StoreChoice =
  | { readonly kind: 'sqlite'; readonly file: string }
  | ({ readonly kind: 'firestore' } & FirestoreSettings)

/** What drivers asked, what coaches say of it, and who they are: one place. */
export type ConversationStores = {
  readonly conversations: ConversationStore
  readonly reviews: ReviewStore
  readonly coaches: CoachStore
}

// Only what is chosen is loaded: the client of Firestore takes longer to load than all of ours.

/** Rejects with `StoreUnusable`. */
export async function openDocumentStore(choice: StoreChoice): Promise<DocumentStore> {
  if (choice.kind === 'sqlite') return openSqliteDocumentStore(choice.file)
  const { openFirestoreDocumentStore } = await import('./open-firestore.ts')
  return await openFirestoreDocumentStore(choice)
}

/** Beside the season and not in it: a new one never touches what was asked. Rejects with `StoreUnusable`. */
export async function openConversationStores(choice: StoreChoice): Promise<ConversationStores> {
  if (choice.kind === 'sqlite') {
    const { openSqliteConversationStores } = await import('./open-sqlite.ts')
    return openSqliteConversationStores(choice.file)
  }
  const { openFirestoreConversationStores } = await import('./open-firestore.ts')
  return await openFirestoreConversationStores(choice)
}
