import { afterEach, beforeEach, describe } from 'vitest'
import type { ConversationStores } from '#core/ports/conversation-stores.ts'
import { changing, contending } from './review-store-contract/changing.ts'
import { noting, revoking, signingIn } from './review-store-contract/coaches.ts'
import { finding, following } from './review-store-contract/finding.ts'
import { forgetting } from './review-store-contract/forgetting.ts'
import { closeAll, type ReviewPlace } from './review-store-contract/place.ts'

const groups = [changing, contending, finding, following, forgetting, signingIn, revoking, noting]

/** What every store of reviews and coaches does, together with the conversations that they are about. */
export function reviewStoreContract(name: string, createPlace: () => ReviewPlace): void {
  let place: ReviewPlace
  let stores: ConversationStores
  beforeEach(() => {
    place = createPlace()
    stores = place.open()
  })
  afterEach(async () => {
    await closeAll(stores)
  })
  const open = { stores: () => stores, other: () => place.open() }
  describe(`review store: ${name}`, () => {
    for (const tests of groups) tests(open)
  })
}
