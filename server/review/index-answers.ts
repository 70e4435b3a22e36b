import type { ConversationStore } from '#core/ports/conversation-store.ts'
import type { AnswerPlace, ReviewStore } from '#core/ports/review-store.ts'
import { deriveEntry, type ReviewShares } from '#core/protocol/review/derive-entry.ts'
import { withDerived } from '#core/protocol/review/judging.ts'
import { faultFields, type Log } from '../log.ts'

export type AnswerIndexOptions = {
  readonly conversations: ConversationStore
  readonly reviews: ReviewStore
  readonly shares: ReviewShares
  readonly log: Log
}

export type AnswerIndex = {
  /** An answer has ended, or its driver has said what it was worth. Never rejects. */
  readonly changed: (conversationId: string, answerId: string) => Promise<void>
  /** What a process that died has left out; says how many. */
  readonly catchUp: () => Promise<number>
}

const page = 100

/** Makes answers known to the coaches: written beside the conversation, so that it goes with it. */
export function createAnswerIndex(options: AnswerIndexOptions): AnswerIndex {
  const changed = async (conversationId: string, answerId: string) => {
    try {
      await list({ conversationId, answerId }, options)
    } catch (error) {
      // The driver has the answer; coaches get it with the next start.
      options.log.error({ answerId, ...faultFields(error) }, 'answer not listed for review')
    }
  }
  const catchUp = async (): Promise<number> => {
    const places = await options.reviews.unlisted(page)
    let kept = 0
    for (const place of places) {
      // A service that starts has other things to do.
      // oxlint-disable-next-line no-await-in-loop
      if (await list(place, options)) kept += 1
    }
    return kept === 0 ? 0 : kept + (await catchUp())
  }
  return { changed, catchUp }
}

async function list(
  { conversationId, answerId }: AnswerPlace,
  { conversations, reviews, shares }: AnswerIndexOptions,
): Promise<boolean> {
  const answer = await conversations.answer(conversationId, answerId)
  if (answer?.outcome === undefined) return false
  const derived = deriveEntry({ ...answer, outcome: answer.outcome }, shares)
  const kept = await reviews.change(derived, (before) => withDerived(before, derived))
  return kept !== undefined
}
