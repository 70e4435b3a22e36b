import type { ClientFrame } from '#core/protocol/chat/frames.ts'
import { type ChatSocket, type Link, openChatSocket, type SocketTimes } from './chat-socket.ts'
import {
  type ConversationState,
  emptyConversation,
  type FeedbackVerdict,
  isWaiting,
  nextState,
  type Happening,
} from './conversation-state.ts'
import { createKeeping } from './keeping.ts'
import type { Keep } from './kept-conversation.ts'
import { createReceiver } from './receive-frame.ts'
import type { Asked } from './turn.ts'

export type Conversation = ReturnType<typeof createConversation>
/** What is shown at one moment. */
export type Shown = ConversationState & { readonly link: Link }

type ConversationOptions = {
  readonly url: string
  readonly keep: Keep
  readonly now: () => number
  readonly createId: () => string
  readonly times?: Partial<SocketTimes>
}

/**
 * The conversation of this browser: its state, kept up to date over a socket that may come and go. What is asked
 * without a connection is asked when it is back, under the same id, so that it is answered once.
 */
export function createConversation({ url, keep, now, createId, times }: ConversationOptions) {
  const keeping = createKeeping(keep)
  const { shown, subscribe, happen, linked } = createShown(keeping.restored(emptyConversation))
  const hello = (): ClientFrame => ({ type: 'hello', ...keeping.resumption(shown()) })
  let socket: ChatSocket | undefined
  const send = (frame: ClientFrame) => shown().link === 'open' && socket?.send(frame) === true
  /** On the same connection, when the conversation before is gone. */
  const greet = () => {
    linked('connecting')
    socket?.send(hello())
  }
  const received = createReceiver({ keeping, happen, now, shown, send, greet })
  /** Another tab may have begun another conversation: all tabs show one. */
  const followOtherTabs = () => {
    const { conversationId } = keep.read()
    const own = shown().welcome?.conversationId
    if (conversationId === undefined || own === undefined || conversationId === own) return
    happen({ type: 'begun-anew' })
    socket?.startOver()
  }
  const wake = () => {
    if (shown().notice?.code === 'unavailable') greet()
    else if (shown().link !== 'connecting') socket?.wake()
  }
  return {
    shown,
    subscribe,
    wake,
    ...createDeeds({ keeping, happen, shown, send, wake, createId }),
    readNotice: () => happen({ type: 'notice-read' }),
    /** Connects; returns how to leave. */
    open: () => {
      socket = openChatSocket({ url, hello, received, linked, ...(times && { times }) })
      const unwatch = keep.watch(followOtherTabs)
      return () => {
        unwatch()
        socket?.close()
        socket = undefined
      }
    },
  }
}

/** What happens within a picture's time is drawn together; frames of a restored conversation come by the hundred. */
const pictureMs = 16
const restoringMs = 200

function createShown(first: ConversationState) {
  const listeners = new Set<() => void>()
  let shown: Shown = { ...first, link: 'connecting' }
  let telling: ReturnType<typeof setTimeout> | undefined
  const show = (next: Shown) => {
    shown = next
    telling ??= setTimeout(
      () => {
        telling = undefined
        listeners.forEach((listener) => listener())
      },
      isRestoring(next) ? restoringMs : pictureMs,
    )
  }
  return {
    shown: () => shown,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    linked: (link: Link) => show({ ...shown, link }),
    happen: (happening: Happening) => show({ ...nextState(shown, happening), link: shown.link }),
  }
}

function isRestoring({ lastSeq, welcome }: Shown): boolean {
  return welcome !== undefined && lastSeq < welcome.seq
}

type DeedsOptions = {
  readonly keeping: ReturnType<typeof createKeeping>
  readonly happen: (happening: Happening) => void
  readonly shown: () => Shown
  readonly send: (frame: ClientFrame) => boolean
  readonly wake: () => void
  readonly createId: () => string
}

/** What a driver does in a conversation. */
function createDeeds({ keeping, happen, shown, send, wake, createId }: DeedsOptions) {
  const ask = (asked: Asked) => {
    keeping.asked(asked)
    happen({ type: 'asked', asked })
    if (!send({ type: 'ask', ...asked })) wake()
  }
  return {
    ask: (question: Omit<Asked, 'id'>) => ask({ ...question, id: createId() }),
    /** A question that was refused, under its id. */
    askOnceMore: ask,
    /** Ends an answer; a question that has not left yet is taken back. */
    stop: (id: string) => {
      const turn = shown().turns.find((one) => one.id === id)
      if (send({ type: 'stop', id }) || turn === undefined || !isWaiting(turn)) return
      keeping.waitsNoMore(id)
      happen({ type: 'withdrawn', id })
    },
    /** False where there is no connection to give it on. */
    giveFeedback: (answerId: string, verdict: FeedbackVerdict, note?: string): boolean => {
      const given = { verdict, ...(note !== undefined && { note }) }
      if (!send({ type: 'feedback', answerId, ...given })) {
        wake()
        return false
      }
      keeping.judged(answerId, verdict)
      happen({ type: 'judged', answerId, verdict })
      return true
    },
    forget: () => send({ type: 'forget' }),
  }
}
