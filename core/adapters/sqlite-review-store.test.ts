import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { ConversationStores } from '#core/ports/conversation-stores.ts'
import { newFolder } from '../../testing/new-folder.ts'
import { answered, at, begin, question } from './conversation-store-contract/chat.ts'
import { all, closeAll, listed } from './review-store-contract/place.ts'
import { reviewStoreContract } from './review-store.contract.ts'
import { openSqliteCoachStore } from './sqlite-coach-store.ts'
import { openSqliteConversationStore } from './sqlite-conversation-store.ts'
import { openSqliteReviewStore } from './sqlite-review-store.ts'

function openAll(file: string): ConversationStores {
  return {
    conversations: openSqliteConversationStore(file),
    reviews: openSqliteReviewStore(file),
    coaches: openSqliteCoachStore(file),
  }
}

reviewStoreContract('SQLite', () => {
  const file = join(newFolder(), 'chat.db')
  return { open: () => openAll(file) }
})

test('words of a forgotten conversation are in none of the files, searched for or not', async () => {
  const folder = newFolder()
  const stores = openAll(join(folder, 'chat.db'))
  const isInFiles = () =>
    readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes('canary'))
  await listed(stores, 'c1', { question: 'canary '.repeat(2000), words: ['canary'] })
  expect(isInFiles()).toBe(true)
  await stores.conversations.forget('c1')
  expect(isInFiles()).toBe(false)
  await closeAll(stores)
})

const reviewTables = ['review_entries', 'review_terms', 'review_counts']

test('conversations of the version without reviews are kept, and can be reviewed', async () => {
  const file = join(newFolder(), 'chat.db')
  const before = openSqliteConversationStore(file)
  await begin(before, 'c1', at(20))
  const frames = await answered(before, 'c1', question('q1'))
  await before.close()
  const database = new DatabaseSync(file)
  for (const table of [...reviewTables, 'coach_sessions', 'coaches', 'audit'])
    database.exec(`DROP TABLE ${table}`)
  for (const column of ['writer', 'written_until', 'stop_asked'])
    database.exec(`ALTER TABLE answers DROP COLUMN ${column}`)
  database.exec('PRAGMA user_version = 1')
  database.close()
  const stores = openAll(file)
  expect(await stores.conversations.frames('c1', { after: 0, limit: 9 })).toEqual(frames)
  expect(await stores.reviews.unlisted(9)).toEqual([
    { answerId: 'answer-q1', conversationId: 'c1' },
  ])
  expect((await stores.reviews.list(all)).entries).toEqual([])
  await closeAll(stores)
})
