import { ConversationGone } from '#core/ports/conversation-store.ts'
import type { ServerFrame } from '#core/protocol/chat/frames.ts'

export type ChatErrorCode =
  | 'bad-frame'
  | 'frame-too-large'
  | 'question-too-long'
  | 'hello-first'
  | 'already-greeted'
  | 'unknown-conversation'
  | 'unknown-answer'
  | 'id-taken'
  | 'busy'
  | 'too-many-questions'
  | 'too-many-frames'
  | 'restarting'
  | 'unavailable'
  | 'internal'

/** A failure that the client is told about; the socket stays open. Everything else thrown is a bug. */
export class ChatError extends Error {
  override name = 'ChatError'
  readonly code: ChatErrorCode
  readonly retryAfterMs: number | undefined

  constructor(code: ChatErrorCode, message: string, retryAfterMs?: number) {
    super(message)
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

/** A conversation that is not there, and one whose key is another, are told alike. */
export function unknownConversation(): ChatError {
  return new ChatError(
    'unknown-conversation',
    'No conversation is kept under this id and key. Say hello without them to begin one.',
  )
}

export function chatErrorOf(error: unknown): ChatError {
  if (error instanceof ChatError) return error
  if (error instanceof ConversationGone) return unknownConversation()
  return new ChatError('internal', 'Something went wrong here. It has been noted.')
}

/** What the client is told of anything that was thrown. */
export function errorFrame(error: unknown, id?: string): ServerFrame {
  const { code, message, retryAfterMs } = chatErrorOf(error)
  return {
    type: 'error',
    code,
    message,
    ...(id !== undefined && { id }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  }
}
