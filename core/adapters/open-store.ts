import type { ConversationStores } from '#core/ports/conversation-stores.ts'
import type { DocumentStore } from '#core/ports/document-store.ts'
import type { FirestoreSettings } from './firestore-fault.ts'
import { openSqliteDocumentStore } from './sqlite-document-store.ts'

export type StoreChoice =
  | { readonly kind: 'sqlite'; readonly file: string }
  | ({ readonly kind: 'firestore' } & FirestoreSettings)

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
