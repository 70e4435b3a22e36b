import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteCoachStore } from '#core/adapters/sqlite-coach-store.ts'
import { openSqliteConversationStore } from '#core/adapters/sqlite-conversation-store.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { openSqliteReviewStore } from '#core/adapters/sqlite-review-store.ts'
import { newFolder } from '../testing/new-folder.ts'
import { composeReview } from './compose-review.ts'
import { readConfig } from './config.ts'
import { createLog } from './log.ts'

function compose(environment: Record<string, string>) {
  const file = join(newFolder(), 'chat.db')
  const stores = {
    conversations: openSqliteConversationStore(file),
    reviews: openSqliteReviewStore(file),
    coaches: openSqliteCoachStore(file),
  }
  const notAsked = () => {
    throw new Error('the chat is not asked')
  }
  const documents = openSqliteDocumentStore(':memory:')
  const log = createLog({ write: () => undefined })
  const review = composeReview(readConfig(environment), documents, stores, notAsked, log)
  onTestFinished(async () => {
    review.stop()
    await Promise.all(Object.values(stores).map((store) => store.close()))
  })
  return { ...review, stores }
}

test('with SURFACE=public there is no desk, no coach and no token', async () => {
  const { desk, begin, stores } = compose({ SURFACE: 'public' })
  expect(desk).toBeUndefined()
  expect(await begin()).toBeUndefined()
  expect(await stores.coaches.coaches()).toEqual([])
})

test('else there is one, and the first coach is told the token once', async () => {
  const { desk, begin } = compose({})
  expect(desk?.verifyAssertion).toBeUndefined()
  expect(await begin()).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(await begin()).toBeUndefined()
})

test('a token that is set is told to nobody', async () => {
  const { begin, stores } = compose({ COACH_TOKEN: 'a-token-that-is-set' })
  expect(await begin()).toBeUndefined()
  expect(await stores.coaches.coaches()).toMatchObject([{ name: 'Coach 1' }])
})

test('behind the proxy nobody needs a token', async () => {
  const { desk, begin, stores } = compose({ COACH_AUTH: 'iap', IAP_AUDIENCE: '/projects/1/x' })
  expect(desk?.verifyAssertion).toBeDefined()
  expect(await begin()).toBeUndefined()
  expect(await stores.coaches.coaches()).toEqual([])
})
