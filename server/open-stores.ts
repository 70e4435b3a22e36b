import { openConversationStores, openDocumentStore } from '#core/adapters/open-store.ts'
import type { ConversationStores } from '#core/ports/conversation-stores.ts'
import type { DocumentStore } from '#core/ports/document-store.ts'
import type { Config } from './config.ts'

export function openStore({ store }: Pick<Config, 'store'>): Promise<DocumentStore> {
  return openDocumentStore(store)
}

export function openConversations({ store }: Pick<Config, 'store'>): Promise<ConversationStores> {
  return openConversationStores(store)
}

export async function closeConversations(stores: ConversationStores): Promise<void> {
  await Promise.all(Object.values(stores).map(async (store) => await store.close()))
}
