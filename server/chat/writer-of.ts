import type { AnswerWriter } from '#core/ports/conversation-store.ts'
import type { ConversationOptions } from './conversation-options.ts'

/** This process, as long as it is heard of. */
export function writerOf({
  writerId,
  now,
  leaseMs,
}: Pick<ConversationOptions, 'writerId' | 'now' | 'leaseMs'>): AnswerWriter {
  return { id: writerId, until: new Date(now().getTime() + leaseMs).toISOString() }
}
