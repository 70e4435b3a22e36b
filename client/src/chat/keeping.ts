import type { ServerFrame } from '#core/protocol/chat/frames.ts'
import type { ConversationState, FeedbackVerdict } from './conversation-state.ts'
import { type Keep, type KeptConversation, nothingKept } from './kept-conversation.ts'
import type { Asked } from './turn.ts'

type FrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, { type: Type }>

/** What is kept of a conversation while it goes on: each change is written at once, over what other tabs wrote. */
export function createKeeping({ read, write }: Keep) {
  /** Taken by the service, refused by it, or taken back by the driver. */
  const waitsNoMore = (id: string) => {
    const kept = read()
    const waiting = kept.waiting.filter((one) => one !== id)
    if (waiting.length < kept.waiting.length) write({ ...kept, waiting })
  }
  return {
    resumption: (shown: ConversationState) => resumptionOf(read(), shown),
    restored: (empty: ConversationState) => restored(read(), empty),
    greeted: ({ conversationId, resumeKey }: FrameOf<'welcome'>) => {
      const kept = read()
      if (kept.conversationId === conversationId) return
      write({ ...onlyWaiting(kept), conversationId, resumeKey })
    },
    asked: (asked: Asked) => {
      const kept = read()
      const before = kept.questions.filter(({ id }) => id !== asked.id)
      write({ ...kept, questions: [...before, asked], waiting: [...kept.waiting, asked.id] })
    },
    /** The question's words, which the service does not repeat. */
    accepted: (id: string): Asked | undefined => {
      waitsNoMore(id)
      return read().questions.find((question) => question.id === id)
    },
    waitsNoMore,
    judged: (answerId: string, verdict: FeedbackVerdict) => {
      const kept = read()
      write({ ...kept, verdicts: { ...kept.verdicts, [answerId]: verdict } })
    },
    /** A conversation that is forgotten; another tab may have begun the next one already. */
    left: (conversationId: string | undefined) => {
      const kept = read()
      if (kept.conversationId === conversationId) write(onlyWaiting(kept))
    },
    /** The service does not know it any more. */
    lost: () => write(onlyWaiting(read())),
  }
}

/** How a hello resumes; nothing where a conversation begins. */
function resumptionOf(
  { conversationId, resumeKey }: KeptConversation,
  { welcome, lastSeq }: ConversationState,
) {
  if (conversationId === undefined || resumeKey === undefined) return {}
  const isShown = welcome?.conversationId === conversationId
  return { conversationId, resumeKey, lastSeq: isShown ? lastSeq : 0 }
}

/** What can be shown before the service has said anything. */
function restored(kept: KeptConversation, empty: ConversationState): ConversationState {
  const turns = onlyWaiting(kept).questions.map((asked) => ({ id: asked.id, asked }))
  return { ...empty, turns, verdicts: new Map(Object.entries(kept.verdicts)) }
}

function onlyWaiting({ questions, waiting }: KeptConversation): KeptConversation {
  return { ...nothingKept, waiting, questions: questions.filter(({ id }) => waiting.includes(id)) }
}
