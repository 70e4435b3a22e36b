import type { AnswerQuestion } from '#core/chat/answer-question.ts'
import type { ConversationStore } from '#core/ports/conversation-store.ts'
import type { Log } from '../log.ts'

/** What every conversation of this process has in common. */
export type ConversationOptions = {
  readonly store: ConversationStore
  readonly answerQuestion: AnswerQuestion
  readonly log: Log
  readonly now: () => Date
  readonly createId: () => string
  readonly keptMs: number
  readonly stopMs: number
  /** Of this process, among those that write answers. */
  readonly writerId: string
  readonly leaseMs: number
  readonly followMs: number
  /** An answer has ended, or its driver has said what it was worth. */
  readonly answerChanged?: (conversationId: string, answerId: string) => void
}
