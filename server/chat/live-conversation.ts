import { type Conversation, ConversationGone } from '#core/ports/conversation-store.ts'
import type { ServerFrame } from '#core/protocol/chat/frames.ts'
import type { TranscriptFrame } from '#core/protocol/chat/transcript.ts'
import { type Ask, createAnswering } from './answering.ts'
import { askOnce, refuseUnknown } from './ask-once.ts'
import type { ConversationOptions } from './conversation-options.ts'
import { createFollowing } from './following.ts'
import { createTranscriptLog, type NewEntry, type TranscriptLog } from './transcript-log.ts'
import { createTurns } from './turns.ts'
import { createViewers, type Viewer } from './viewers.ts'

/** A conversation that has sockets, or an answer being written: it goes on also while nobody looks. */
export type LiveConversation = {
  readonly id: string
  readonly transcript: TranscriptLog
  write(entry: NewEntry): Promise<TranscriptFrame>
  join(viewer: Viewer): void
  leave(viewer: Viewer): void
  isRunning(): boolean
  /** Here or in another process. */
  isBeingAnswered(): boolean
  /** Shows what another process adds to that answer. */
  follow(answerId: string): void
  /** Somebody has a socket in it. */
  isWatched(): boolean
  /** The place in front of the model, for who comes while the answer waits. */
  queued(): ServerFrame | undefined
  /** An id that was asked before is not answered again: its frames are in the transcript. */
  ask(ask: Ask, mayAsk: () => Promise<void>): Promise<void>
  stop(questionId: string): Promise<void>
  /** When the running answer has ended. */
  ended(): Promise<void>
  stopAny(): void
  forget(): Promise<void>
}

/** `idle` is called when an answer has ended. */
export function createLiveConversation(
  conversation: Conversation,
  options: ConversationOptions,
  idle: () => void,
): LiveConversation {
  const { id } = conversation
  const { store } = options
  const viewers = createViewers()
  const inTurn = createTurns()
  const { transcript, write, following, answering, beForgotten } = createParts(
    conversation,
    options,
    viewers,
    idle,
  )

  return {
    id,
    transcript,
    write,
    isRunning: answering.isRunning,
    isBeingAnswered: () => answering.isRunning() || following.isFollowing(),
    follow: (answerId) => following.follow(answerId),
    queued: answering.queued,
    ended: answering.ended,
    stopAny: answering.stopAny,
    ...viewers,
    ask: (ask, mayAsk) => inTurn(() => askOnce(ask, mayAsk, id, options, answering)),
    stop: async (questionId) => {
      if (answering.stop(questionId) || (await store.askToStop(id, questionId))) return
      await refuseUnknown(store, id, questionId)
    },
    forget: () =>
      inTurn(async () => {
        beForgotten()
        answering.stopAny()
        await answering.ended()
        await store.forget(id)
        viewers.forgotten()
      }),
  }
}

/** The transcript, and who adds to it: here, or in another process. */
function createParts(
  conversation: Conversation,
  options: ConversationOptions,
  viewers: ReturnType<typeof createViewers>,
  ended: () => void,
) {
  const { id } = conversation
  let isForgotten = false
  const transcript = createTranscriptLog(options.store, conversation, {
    writerId: options.writerId,
    grown: viewers.wake,
    foreign: (frames) => {
      answering.readHistoryAgain()
      following.saw(frames)
    },
  })
  const write = async (entry: NewEntry) => {
    if (isForgotten) throw new ConversationGone()
    const frame = await transcript.append(entry)
    if (frame.type === 'done') options.answerChanged?.(id, frame.answerId)
    return frame
  }
  const common = { ...options, conversationId: id, write }
  const following = createFollowing({
    ...common,
    isWatched: viewers.isWatched,
    catchUp: () => transcript.catchUp(),
  })
  const answering = createAnswering({ ...common, show: viewers.show, ended })
  const beForgotten = () => {
    isForgotten = true
  }
  return { transcript, write, following, answering, beForgotten }
}
