import type { ClientFrame, ServerFrame } from '#core/protocol/chat/frames.ts'
import type { Link } from './chat-socket.ts'
import { type ConversationState, type Happening, isWaiting } from './conversation-state.ts'
import type { createKeeping } from './keeping.ts'

type ErrorFrame = Extract<ServerFrame, { type: 'error' }>

type ReceiverOptions = {
  readonly keeping: ReturnType<typeof createKeeping>
  readonly happen: (happening: Happening) => void
  readonly now: () => number
  readonly shown: () => ConversationState & { readonly link: Link }
  readonly send: (frame: ClientFrame) => boolean
  /** Says hello on the same connection. */
  readonly greet: () => void
}

/** What is done with each frame, besides showing it. */
export function createReceiver(options: ReceiverOptions) {
  const { keeping, happen, now, shown, send, greet } = options
  const showFrame = (frame: ServerFrame) => happen({ type: 'frame', frame, nowMs: now() })
  const askWaiting = () => {
    for (const { asked } of shown().turns.filter(isWaiting)) {
      if (asked !== undefined) send({ type: 'ask', ...asked })
    }
  }
  return (frame: ServerFrame): void => {
    if (frame.type === 'welcome') {
      keeping.greeted(frame)
      showFrame(frame)
      askWaiting()
    } else if (frame.type === 'accepted') {
      const asked = keeping.accepted(frame.id)
      happen({ type: 'frame', frame, nowMs: now(), ...(asked !== undefined && { asked }) })
    } else if (frame.type === 'forgotten') {
      keeping.left(shown().welcome?.conversationId)
      showFrame(frame)
      greet()
    } else if (frame.type === 'error') {
      receiveError(frame, options, showFrame)
    } else showFrame(frame)
  }
}

function receiveError(
  frame: ErrorFrame,
  { keeping, happen, shown, greet }: ReceiverOptions,
  showFrame: (frame: ServerFrame) => void,
): void {
  if (frame.id !== undefined) {
    if (frame.code !== 'restarting') keeping.waitsNoMore(frame.id)
    return showFrame(frame)
  }
  if (frame.code === 'unknown-conversation') {
    keeping.lost()
    happen({ type: 'begun-anew', notice: { code: 'begun-anew' } })
    return greet()
  }
  showFrame(frame)
  if (frame.code !== 'unavailable') return
  setTimeout(() => {
    if (shown().link !== 'open') greet()
  }, frame.retryAfterMs ?? 5000)
}
