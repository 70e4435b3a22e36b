import { ConversationGone, type NewConversation } from '#core/ports/conversation-store.ts'
import type { Feedback, TranscriptFrame } from '#core/protocol/chat/transcript.ts'
import { ChatError, unknownConversation } from './chat-error.ts'
import { holdConversations } from './held-conversations.ts'
import type { ConversationOptions } from './conversation-options.ts'
import type { LiveConversation } from './live-conversation.ts'
import { createResumeKey, hashOfKey, isKeyOf, type RandomBytes } from './resume-key.ts'

type Correction = Extract<TranscriptFrame, { type: 'correction' }>
export type NewCorrection = Omit<Correction, 'type' | 'seq'>
/** A conversation as a socket has it: with its key, and to be let go when the socket closes. */
export type OpenConversation = { readonly live: LiveConversation; readonly resumeKey: string }

export type ConversationsOptions = ConversationOptions & {
  readonly random: RandomBytes
  readonly emptyKeptMs: number
}

export type Conversations = ReturnType<typeof createConversations>

/** All conversations of the service: begun, resumed, corrected, forgotten. */
export function createConversations(options: ConversationsOptions) {
  const { store } = options
  const { hold, letGo, drop, all } = holdConversations(options)

  return {
    letGo,
    begin: async (): Promise<OpenConversation> => {
      const resumeKey = createResumeKey(options.random)
      const conversation = newConversation(resumeKey, options)
      await store.create(conversation)
      return { live: await hold(conversation.id), resumeKey }
    },
    resume: async (id: string, resumeKey: string): Promise<OpenConversation> => {
      const stored = await store.find(id)
      if (isKeyOf(stored?.keyHash ?? '00'.repeat(32), resumeKey)) {
        return { live: await hold(id), resumeKey }
      }
      throw unknownConversation()
    },
    giveFeedback: async ({ id }: LiveConversation, answerId: string, feedback: Feedback) => {
      if (!(await store.giveFeedback(id, answerId, feedback))) throw unknownAnswer()
      options.answerChanged?.(id, answerId)
    },
    forget: async (live: LiveConversation) => {
      await live.forget()
      drop(live)
    },
    /** For who has no socket in it. Rejects with `ConversationGone`. */
    forgetById: async (id: string) => {
      const live = await hold(id)
      await live.forget()
      drop(live)
    },
    /** A coach's review, shown to every socket of the conversation, now or when it is back. */
    deliverCorrection: async (id: string, correction: NewCorrection): Promise<TranscriptFrame> => {
      const live = await hold(id)
      try {
        const isKnown = (await store.answer(id, correction.answerId)) !== undefined
        if (isKnown) return await live.write({ frame: { type: 'correction', ...correction } })
        throw unknownAnswer()
      } finally {
        letGo(live)
      }
    },
    /** Shows what other processes have written into conversations that are open here, such as corrections. */
    catchUp: async () => catchUp(await all()),
    /** Ends what a process that died has left unfinished: what is held is looked through. */
    endInterrupted: async () => {
      for (const id of await store.unfinished(options.now().toISOString())) {
        // One after another: a service that starts has other things to do.
        // oxlint-disable-next-line no-await-in-loop
        await hold(id).then(letGo, unlessGone)
      }
    },
    finish: async (withinMs: number) => finishAnswers(await all(), withinMs),
  }
}

/** Forgotten meanwhile. */
function unlessGone(error: unknown): void {
  if (!(error instanceof ConversationGone)) throw error
}

async function catchUp(conversations: readonly LiveConversation[]): Promise<void> {
  for (const live of conversations) {
    // One after another: it can wait, what drivers do cannot.
    // oxlint-disable-next-line no-await-in-loop
    if (live.isWatched()) await live.transcript.catchUp()
  }
}

function newConversation(resumeKey: string, options: ConversationsOptions): NewConversation {
  const at = options.now()
  return {
    id: options.createId(),
    keyHash: hashOfKey(resumeKey),
    createdAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + options.emptyKeptMs).toISOString(),
  }
}

/** Lets running answers end, at most so long, then ends them. */
async function finishAnswers(
  conversations: readonly LiveConversation[],
  withinMs: number,
): Promise<void> {
  const running = conversations.filter((live) => live.isRunning())
  const stopping = setTimeout(() => running.forEach((live) => live.stopAny()), withinMs)
  await Promise.all(running.map((live) => live.ended()))
  clearTimeout(stopping)
}

const unknownAnswer = () => new ChatError('unknown-answer', 'This conversation has no such answer.')
