import * as z from 'zod'
import type { Conversation, NewAnswer, StoredAnswer } from '#core/ports/conversation-store.ts'
import { Outcome } from '#core/protocol/chat/frames.ts'
import { ScopeChange, ScreenContext } from '#core/protocol/chat/scope.ts'
import {
  AnswerRecord,
  Feedback,
  parseTranscriptFrame,
  shownIn,
} from '#core/protocol/chat/transcript.ts'

/** What is kept of a question as JSON. */
const Question = z.object({
  text: z.string(),
  context: ScreenContext.exactOptional(),
  scope: ScopeChange.exactOptional(),
})

export const ConversationRow = z.object({
  keyHash: z.string(),
  createdAt: z.string(),
  /** Nothing: forgotten, and about to be deleted. */
  expiresAt: z.string(),
  seq: z.int(),
  /** Of all questions so far: the order of the answers. */
  asked: z.int(),
  /** Grows with each change of the transcript or of who writes it. */
  changes: z.int(),
  running: z.string().nullable(),
})
export type ConversationRow = z.infer<typeof ConversationRow>

export function conversationOf(id: string, row: ConversationRow): Conversation {
  const { keyHash, createdAt, expiresAt, seq } = row
  return { id, keyHash, createdAt, expiresAt, seq }
}

export const AnswerRow = z.object({
  answerId: z.string(),
  questionId: z.string(),
  number: z.int(),
  askedAt: z.string(),
  expiresAt: z.string(),
  question: z.string(),
  outcome: Outcome.nullable(),
  record: z.string().nullable(),
  feedback: z.string().nullable(),
  writer: z.string().nullable(),
  writtenUntil: z.string(),
  isStopAsked: z.boolean(),
  /** Has ended and is in no list of the reviews. */
  isUnlisted: z.boolean(),
})
export type AnswerRow = z.infer<typeof AnswerRow>

/** Rows have a second time of expiry that Firestore itself acts on, some day after it. */
export function withExpiry<Row extends { readonly expiresAt: string }>(row: Row) {
  return { ...row, expireAt: new Date(row.expiresAt) }
}

export function newAnswerRow(answer: NewAnswer, number: number): AnswerRow {
  const { answerId, questionId, askedAt, expiresAt, text, context, scope, writer } = answer
  return {
    answerId,
    questionId,
    number,
    askedAt,
    expiresAt,
    question: JSON.stringify({ text, context, scope }),
    outcome: null,
    record: null,
    feedback: null,
    writer: writer?.id ?? null,
    writtenUntil: writer?.until ?? '',
    isStopAsked: false,
    isUnlisted: false,
  }
}

export function answerOf(
  conversationId: string,
  row: AnswerRow,
  /** As they are stored. */
  frames: readonly unknown[],
): StoredAnswer {
  const { answerId, questionId, askedAt, expiresAt, outcome, record, feedback, writer } = row
  return {
    answerId,
    conversationId,
    questionId,
    askedAt,
    expiresAt,
    frames: frames.map(parseTranscriptFrame),
    ...shownIn(frames),
    ...Question.parse(JSON.parse(row.question)),
    ...(writer !== null && { writer: { id: writer, until: row.writtenUntil } }),
    ...(outcome !== null && { outcome }),
    ...(record !== null && { record: AnswerRecord.parse(JSON.parse(record)) }),
    ...(feedback !== null && { feedback: Feedback.parse(JSON.parse(feedback)) }),
  }
}
