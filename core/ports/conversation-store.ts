import type { Outcome } from '#core/protocol/chat/frames.ts'
import type { ScopeChange, ScreenContext } from '#core/protocol/chat/scope.ts'
import type { AnswerRecord, Feedback, TranscriptFrame } from '#core/protocol/chat/transcript.ts'

/** Times are ISO texts: their order is that of time in every store. */
export type NewConversation = {
  readonly id: string
  /** SHA-256 of the resume key, in hex: the key itself is never stored. */
  readonly keyHash: string
  readonly createdAt: string
  readonly expiresAt: string
}

export type Conversation = NewConversation & {
  /** Of its last frame, 0 before the first. */
  readonly seq: number
}

/** A question, and what it will be answered under. */
export type NewAnswer = {
  readonly answerId: string
  /** The client's id of the question. */
  readonly questionId: string
  readonly text: string
  /** What the screen showed. */
  readonly context?: ScreenContext
  /** What the driver changed in how it was understood. */
  readonly scope?: ScopeChange
  readonly askedAt: string
  /** When it is deleted; the conversation lives as long as its newest answer. */
  readonly expiresAt: string
}

/** An answer as it was given. How it was understood and its facts are in the frames. */
export type StoredAnswer = NewAnswer & {
  readonly conversationId: string
  /** In order of `seq`, corrections among them. */
  readonly frames: readonly TranscriptFrame[]
  /** Absent while the answer is being written, or when the process that wrote it died. */
  readonly outcome?: Outcome
  /** Absent too where the answer was ended by the service. */
  readonly record?: AnswerRecord
  readonly feedback?: Feedback
}

/** A frame to be added; with `done` come its outcome and, where the coach ended the answer, its record. */
export type TranscriptEntry = {
  readonly frame: TranscriptFrame
  readonly record?: AnswerRecord
}

export interface ConversationStore {
  create(conversation: NewConversation): Promise<void>
  find(conversationId: string): Promise<Conversation | undefined>
  /**
   * Keeps a question. When its id was asked before in this conversation nothing is changed, and the answer of
   * then is what comes back. Rejects with `ConversationGone`.
   */
  ask(conversationId: string, answer: NewAnswer): Promise<StoredAnswer | undefined>
  /**
   * Adds all frames behind the last one, or none. Rejects with `SeqTaken` when the first `seq` is not the
   * next one, and with `ConversationGone`.
   */
  append(conversationId: string, entries: readonly TranscriptEntry[]): Promise<void>
  /** The frames after `after`, in order. */
  frames(
    conversationId: string,
    options: { readonly after: number; readonly limit: number },
  ): Promise<readonly TranscriptFrame[]>
  /** The last `limit` answers, oldest first. */
  answers(conversationId: string, limit: number): Promise<readonly StoredAnswer[]>
  /** The answer to the question of that id, if it was asked. */
  answerTo(conversationId: string, questionId: string): Promise<StoredAnswer | undefined>
  /** The answer of that conversation, if it has one of that id. */
  answer(conversationId: string, answerId: string): Promise<StoredAnswer | undefined>
  /** Replaces what the driver said of the answer before; false when there is no such answer. */
  giveFeedback(conversationId: string, answerId: string, feedback: Feedback): Promise<boolean>
  /** Conversations with an answer that has no outcome. */
  unfinished(): Promise<readonly string[]>
  /** Deletes the conversation with all that belongs to it, so that it cannot be read in the file either. */
  forget(conversationId: string): Promise<void>
  /** Deletes what has expired; says how many answers. */
  purge(now: string): Promise<number>
  close(): Promise<void>
}

/** There is no such conversation: it was forgotten or has expired. */
export class ConversationGone extends Error {
  override name = 'ConversationGone'
  constructor() {
    super('The conversation is not stored any more.')
  }
}

/** Another process has added a frame to the conversation: read it, then try again. */
export class SeqTaken extends Error {
  override name = 'SeqTaken'
  constructor(seq: number, last: number) {
    super(`Frame ${seq} does not follow frame ${last}.`)
  }
}
