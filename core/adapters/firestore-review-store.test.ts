import { beforeAll, describe } from 'vitest'
import { hasEmulator, lentEmulator, newProject } from '../../testing/lent-emulator.ts'
import { at } from './conversation-store-contract/chat.ts'
import { createFirestoreCoachStore } from './firestore-coach-store.ts'
import { createFirestoreConversationStore } from './firestore-conversation-store.ts'
import { connectFirestore } from './firestore-database.ts'
import { createFirestoreReviewStore } from './firestore-review-store.ts'
import { reviewStoreContract } from './review-store.contract.ts'

describe.skipIf(!hasEmulator)('with the emulator', () => {
  let emulator: string
  beforeAll(async () => {
    emulator = await lentEmulator()
  })

  reviewStoreContract('Firestore', () => {
    const project = newProject()
    const connect = () => connectFirestore({ project, emulator })
    const now = () => new Date(at(1))
    return {
      open: () => ({
        conversations: createFirestoreConversationStore(connect(), now),
        reviews: createFirestoreReviewStore(connect(), now),
        coaches: createFirestoreCoachStore(connect()),
      }),
    }
  })
})
