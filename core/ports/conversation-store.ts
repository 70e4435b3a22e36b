import type { Fact } from '#core/domain/fact.ts'
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
  /** Who writes the answer; absent: anybody may. */
  readonly writer?: AnswerWriter
}

/** A process that writes an answer. After `until` it has died, unless it has said meanwhile that it has not. */
export type AnswerWriter = { readonly id: string; readonly until: string }

/** An answer as it was given. How it was understood and its facts are in the frames. */
export type StoredAnswer = NewAnswer & {
  readonly conversationId: string
  /** In order of `seq`, corrections among them. */
  readonly frames: readonly TranscriptFrame[]
  /** The facts that its sentences show, where there are any. */
  readonly shown?: readonly Fact[]
  /** Absent while the answer is being written, or when the process that wrote it died. */
  readonly outcome?: Outcome
  /** Absent too where the answer was ended by the service. */
  readonly record?: AnswerRecord
  readonly feedback?: Feedback
}

/** A frame to be added; with a sentence come the facts that it shows, with `done` come its outcome and, where the coach ended the answer, its record. */
export type TranscriptEntry = {
  readonly frame: TranscriptFrame
  readonly shown?: readonly Fact[]
  readonly record?: AnswerRecord
}

/** `stop`: it is the writer, and the driver wants the answer ended. */
export type Claim = 'writes' | 'stop' | 'taken'

export interface ConversationStore {
  create(conversation: NewConversation): Promise<void>
  find(conversationId: string): Promise<Conversation | undefined>
  /**
   * Keeps a question. When its id was asked before in this conversation nothing is changed, and the answer of
   * then is what comes back. Rejects with `ConversationGone`, and with `AnswerRunning` while a process writes
   * another answer of the conversation.
   */
  ask(conversationId: string, answer: NewAnswer): Promise<StoredAnswer | undefined>
  /**
   * Adds all frames behind the last one, or none. Rejects with `SeqTaken` when the first `seq` is not the
   * next one, with `ConversationGone`, and, corrections apart, with `AnswerTaken` when the answer has ended or
   * another writer than this one writes it.
   */
  append(
    conversationId: string,
    entries: readonly TranscriptEntry[],
    writerId?: string,
  ): Promise<void>
  /**
   * Makes this the writer of the answer, or goes on being it: unless it has ended, or another process writes it
   * and was heard of after `now`.
   */
  claim(conversationId: string, answerId: string, writer: AnswerWriter, now: string): Promise<Claim>
  /** Asks whoever writes the answer to that question to end it; false when it is not being written. */
  askToStop(conversationId: string, questionId: string): Promise<boolean>
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
  /** Conversations with an answer that has no outcome and, at this time, no writer. */
  unfinished(now: string): Promise<readonly string[]>
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

/** The answer has ended, or another process writes it. */
export class AnswerTaken extends Error {
  override name = 'AnswerTaken'
  constructor(answerId: string) {
    super(`The answer ${answerId} has ended, or another process writes it.`)
  }
}

/** Another process writes an answer of the conversation. */
export class AnswerRunning extends Error {
  override name = 'AnswerRunning'
  constructor() {
    super('The answer before is still being written.')
  }
}
