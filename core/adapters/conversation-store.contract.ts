import { afterEach, beforeEach, describe } from 'vitest'
import type { ConversationStore } from '#core/ports/conversation-store.ts'
import { asking, ending } from './conversation-store-contract/asking.ts'
import { forgetting, purging } from './conversation-store-contract/deleting.ts'
import { claiming, fencing } from './conversation-store-contract/writers.ts'
import { keeping, sequence, showing } from './conversation-store-contract/transcripts.ts'

/** Where stores of one kind can be opened several times. */
export type ConversationPlace = {
  readonly open: () => ConversationStore
}

const groups = [keeping, showing, sequence, asking, ending, claiming, fencing, forgetting, purging]

/** What every store of conversations does. */
export function conversationStoreContract(
  name: string,
  createPlace: () => ConversationPlace,
): void {
  let place: ConversationPlace
  let store: ConversationStore
  beforeEach(() => {
    place = createPlace()
    store = place.open()
  })
  afterEach(async () => {
    await store.close()
  })
  const stores = { first: () => store, other: () => place.open() }
  describe(`conversation store: ${name}`, () => {
    for (const tests of groups) tests(stores)
  })
}
