import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { ConversationStores } from '#core/ports/conversation-stores.ts'
import type { DocumentStore } from '#core/ports/document-store.ts'
import { attachChat, type Chat } from './chat/attach-chat.ts'
import type { ComposedCoach } from './compose-coach.ts'
import type { ComposedReview } from './compose-review.ts'
import type { Config } from './config.ts'
import { greetingOf } from './greeting.ts'
import type { Log } from './log.ts'
import { isCoach } from './review/only-coaches.ts'

export type OpenChatOptions = {
  readonly config: Config
  readonly store: DocumentStore
  readonly stores: ConversationStores
  readonly review: ComposedReview
  /** Learning the phrasings takes a second or two: the first questions wait for it. */
  readonly composing: Promise<ComposedCoach>
  readonly log: Log
}

const day = 24 * 60 * 60 * 1000

/** Adds the chat to the server as the settings say. */
export function openChat(server: Server, options: OpenChatOptions): Chat {
  const { config, store, stores, review, composing, log } = options
  const { desk, index } = review
  const isForCoaches = config.surface === 'coach' && desk !== undefined
  return attachChat(server, {
    store: stores.conversations,
    answerQuestion: async function* answer(question) {
      const coach = await composing
      yield* coach.answer(question)
    },
    greeting: async () => await greetingOf(store, (await composing).model),
    log,
    limits: config.limits,
    isBehindProxy: config.isOnCloudRun,
    random: randomBytes,
    now: () => new Date(),
    times: { keptMs: config.review.retentionDays * day },
    answerChanged: (conversationId, answerId) => void index.changed(conversationId, answerId),
    ...(isForCoaches && { admits: (headers) => isCoach(headers, desk) }),
    ...(config.origins !== undefined && { origins: config.origins }),
  })
}
