import type { ConversationStores } from '#core/ports/conversation-stores.ts'
import type { DocumentStore } from '#core/ports/document-store.ts'
import { createFirestoreCoachStore } from './firestore-coach-store.ts'
import { createFirestoreConversationStore } from './firestore-conversation-store.ts'
import {
  connectFirestore,
  type FirestoreDatabase,
  type FirestoreSettings,
  probeFirestore,
} from './firestore-database.ts'
import { createFirestoreDocumentStore } from './firestore-document-store.ts'
import { createFirestoreReviewStore } from './firestore-review-store.ts'

async function connect(settings: FirestoreSettings): Promise<FirestoreDatabase> {
  const database = connectFirestore(settings)
  await probeFirestore(database, settings)
  return database
}

export async function openFirestoreDocumentStore(
  settings: FirestoreSettings,
): Promise<DocumentStore> {
  return createFirestoreDocumentStore(await connect(settings))
}

/** They share a connection, which is closed with the last of them. */
export async function openFirestoreConversationStores(
  settings: FirestoreSettings,
): Promise<ConversationStores> {
  const database = closedByLast(await connect(settings), 3)
  const now = () => new Date()
  return {
    conversations: createFirestoreConversationStore(database, now),
    reviews: createFirestoreReviewStore(database, now),
    coaches: createFirestoreCoachStore(database),
  }
}

function closedByLast(database: FirestoreDatabase, users: number): FirestoreDatabase {
  let open = users
  const close = async () => {
    open -= 1
    if (open === 0) await database.close()
  }
  return { ...database, close }
}
