import type { CoachStore } from '#core/ports/coach-store.ts'
import type { ConversationStore } from '#core/ports/conversation-store.ts'
import type { ReviewStore } from '#core/ports/review-store.ts'
import type { CheckCorrection } from '#core/chat/check-correction.ts'
import type { TranscriptFrame } from '#core/protocol/chat/transcript.ts'
import type { ReviewShares } from '#core/protocol/review/derive-entry.ts'
import type { CurrentReader } from '../current-reader.ts'
import type { Log } from '../log.ts'
import type { RandomBytes } from './secrets.ts'

/** Who signed in at the proxy, when its signed header is right; undefined when it is anything else. */
export type VerifyAssertion = (
  assertion: string,
) => Promise<{ readonly subject: string; readonly email: string } | undefined>

export type NewCorrection = Omit<Extract<TranscriptFrame, { type: 'correction' }>, 'type' | 'seq'>

type ReviewSettings = ReviewShares & { readonly retentionDays: number }

/** All that coaches work with. */
export type ReviewDesk = {
  readonly conversations: ConversationStore
  readonly reviews: ReviewStore
  readonly coaches: CoachStore
  /** Absent: coaches sign in with tokens. */
  readonly verifyAssertion?: VerifyAssertion
  readonly checkCorrection: CheckCorrection
  readonly currentReader: CurrentReader
  /** Into the driver's conversation, now or when the driver is back. Rejects with `ConversationGone`. */
  readonly deliver: (conversationId: string, correction: NewCorrection) => Promise<unknown>
  /** As its driver forgets it. Rejects with `ConversationGone`. */
  readonly forget: (conversationId: string) => Promise<void>
  /** Pages that may ask besides the service's own. */
  readonly origins?: readonly string[]
  readonly settings: ReviewSettings
  readonly random: RandomBytes
  readonly now: () => Date
  readonly log: Log
}
