import type { StoredAnswer } from '#core/ports/conversation-store.ts'
import { stoppedFrame } from './answer-writer.ts'
import type { ConversationOptions } from './conversation-options.ts'
import { writerOf } from './writer-of.ts'
import type { NewEntry } from './transcript-log.ts'

/**
 * Ends an answer whose process died; false while that lives. What was told stays, and that it is not whole is said.
 */
export async function endIfLeft(
  { conversationId, answerId, questionId, frames, shown }: StoredAnswer,
  write: (entry: NewEntry) => Promise<unknown>,
  options: ConversationOptions,
): Promise<boolean> {
  const at = options.now().toISOString()
  const claim = await options.store.claim(conversationId, answerId, writerOf(options), at)
  if (claim === 'taken') return false
  const isAccepted = frames.some(({ type }) => type === 'accepted')
  const scope = { intents: [] }
  if (!isAccepted) await write({ frame: { type: 'accepted', id: questionId, answerId, scope } })
  await write({ frame: stoppedFrame(answerId, shown) })
  return true
}
