import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder } from '../../testing/new-folder.ts'
import { answered, begin, question } from './conversation-store-contract/chat.ts'
import { conversationStoreContract } from './conversation-store.contract.ts'
import { conversationsBeside } from './sqlite-conversation-file.ts'
import { openSqliteConversationStore } from './sqlite-conversation-store.ts'
import { openSqliteDocumentStore } from './sqlite-document-store.ts'

conversationStoreContract('SQLite', () => {
  const file = join(newFolder(), 'made', 'chat.db')
  return { open: () => openSqliteConversationStore(file) }
})

test.each([
  ['./data/kaizenlap.db', 'data/kaizenlap-conversations.db'],
  ['season', 'season-conversations'],
  [':memory:', ':memory:'],
])('beside the store %s are the conversations %s', (store, conversations) => {
  expect(conversationsBeside(store)).toBe(conversations)
})

test('words of a forgotten conversation are in none of the files', async () => {
  const folder = newFolder()
  const store = openSqliteConversationStore(join(folder, 'chat.db'))
  const isInFiles = () =>
    readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes('canary'))
  await begin(store, 'c1')
  await answered(store, 'c1', question('q1', { text: 'canary '.repeat(2000) }))
  expect(isInFiles()).toBe(true)
  await store.forget('c1')
  expect(isInFiles()).toBe(false)
  await store.close()
})

test('a season in place of conversations is refused and left as it is', async () => {
  const file = join(newFolder(), 'season.db')
  await openSqliteDocumentStore(file).close()
  const before = readFileSync(file)
  const opening = () => openSqliteConversationStore(file)
  expect(opening).toThrow(expect.objectContaining({ name: 'StoreUnusable' }))
  expect(opening).toThrow('move the file away: conversations then begin anew')
  expect(readFileSync(file)).toEqual(before)
})
