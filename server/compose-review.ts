import { randomBytes } from 'node:crypto'
import { createIapVerifier } from '#core/adapters/iap-assertion.ts'
import { checkCorrection } from '#core/chat/check-correction.ts'
import type { ConversationStores } from '#core/ports/conversation-stores.ts'
import type { DocumentStore } from '#core/ports/document-store.ts'
import type { Chat } from './chat/attach-chat.ts'
import type { Config } from './config.ts'
import { createCurrentReader } from './current-reader.ts'
import { faultFields, type Log } from './log.ts'
import { ensureFirstCoach } from './review/first-coach.ts'
import { type AnswerIndex, createAnswerIndex } from './review/index-answers.ts'
import { purgeCoaches } from './review/purge-coaches.ts'
import type { ReviewDesk } from './review/review-desk.ts'

export type ComposedReview = {
  /** Absent with SURFACE=public. */
  readonly desk?: ReviewDesk
  readonly index: AnswerIndex
  /** To be called when the service listens; resolves to the first coach's token where one was made. */
  readonly begin: () => Promise<string | undefined>
  readonly stop: () => void
}

const now = () => new Date()

/** The coaches' side as the settings say. `chat` is there once the service listens. */
export function composeReview(
  config: Config,
  documents: DocumentStore,
  stores: ConversationStores,
  chat: () => Chat,
  log: Log,
): ComposedReview {
  const { review, coach, origins } = config
  const index = createAnswerIndex({ ...stores, shares: review, log })
  const { auth, iapAudience, token } = coach
  const isPublic = config.surface === 'public'
  const purging = isPublic ? undefined : purgeCoaches(stores.coaches, now, log)
  const begin = async () => {
    index.catchUp().then(
      (answers) => answers > 0 && log.info({ answers }, 'answers listed for review'),
      (error: unknown) => log.error(faultFields(error), 'answers not listed for review'),
    )
    if (isPublic || auth === 'iap') return undefined
    const first = { coaches: stores.coaches, random: randomBytes, now }
    return await ensureFirstCoach({ ...first, ...(token !== undefined && { token }) })
  }
  const stop = () => purging?.stop()
  if (isPublic) return { index, begin, stop }
  const desk: ReviewDesk = {
    ...stores,
    ...(auth === 'iap' && { verifyAssertion: createIapVerifier({ audience: iapAudience ?? '' }) }),
    checkCorrection,
    currentReader: createCurrentReader(documents),
    deliver: (conversationId, correction) => chat().deliverCorrection(conversationId, correction),
    forget: (conversationId) => chat().forget(conversationId),
    ...(origins !== undefined && { origins }),
    settings: review,
    random: randomBytes,
    now,
    log,
  }
  return { desk, index, begin, stop }
}
