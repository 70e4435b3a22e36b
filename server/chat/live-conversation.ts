import { type Conversation, ConversationGone } from '#core/ports/conversation-store.ts'
import type { ServerFrame } from '#core/protocol/chat/frames.ts'
import type { TranscriptFrame } from '#core/protocol/chat/transcript.ts'
import { type Ask, createAnswering } from './answering.ts'
import { askOnce, type ConversationOptions, refuseUnknown } from './ask-once.ts'
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
  let isForgotten = false

  const transcript = createTranscriptLog(store, conversation, {
    grown: viewers.wake,
    foreign: () => answering.readHistoryAgain(),
  })
  const write = async (entry: NewEntry) => {
    if (isForgotten) throw new ConversationGone()
    const frame = await transcript.append(entry)
    if (frame.type === 'done') options.answerChanged?.(id, frame.answerId)
    return frame
  }
  const answering = createAnswering({
    ...options,
    conversationId: id,
    write,
    show: viewers.show,
    ended: idle,
  })

  return {
    id,
    transcript,
    write,
    isRunning: answering.isRunning,
    queued: answering.queued,
    ended: answering.ended,
    stopAny: answering.stopAny,
    ...viewers,
    ask: (ask, mayAsk) => inTurn(() => askOnce(ask, mayAsk, id, options, answering)),
    stop: async (questionId) => {
      if (!answering.stop(questionId)) await refuseUnknown(store, id, questionId)
    },
    forget: () =>
      inTurn(async () => {
        isForgotten = true
        answering.stopAny()
        await answering.ended()
        await store.forget(id)
        viewers.forgotten()
      }),
  }
}
