import * as z from 'zod'
import { Outcome } from '#core/protocol/chat/frames.ts'
import { ScopeChange, ScreenContext } from '#core/protocol/chat/scope.ts'
import {
  AnswerRecord,
  Feedback,
  parseTranscriptFrame,
  shownIn,
  type TranscriptFrame,
} from '#core/protocol/chat/transcript.ts'
import type { Conversation, NewAnswer, StoredAnswer } from '#core/ports/conversation-store.ts'

/** What is kept of a question as JSON. */
const Question = z.object({
  text: z.string(),
  context: ScreenContext.exactOptional(),
  scope: ScopeChange.exactOptional(),
})

const FrameRow = z.object({ frame: z.string() })

const ConversationRow = z.object({
  id: z.string(),
  key_hash: z.string(),
  created_at: z.string(),
  expires_at: z.string(),
  seq: z.int(),
})

const AnswerRow = z.object({
  answer_id: z.string(),
  conversation_id: z.string(),
  question_id: z.string(),
  asked_at: z.string(),
  expires_at: z.string(),
  question: z.string(),
  outcome: Outcome.nullable(),
  record: z.string().nullable(),
  feedback: z.string().nullable(),
  writer: z.string().nullable(),
  written_until: z.string(),
})

export function conversationOf(row: unknown): Conversation {
  const found = ConversationRow.parse(row)
  return {
    id: found.id,
    keyHash: found.key_hash,
    createdAt: found.created_at,
    expiresAt: found.expires_at,
    seq: found.seq,
  }
}

/** An answer of its row and of the rows of its frames. */
export function answerOf(row: unknown, frameRows: readonly unknown[]): StoredAnswer {
  const json = frameRows.map((one): unknown => JSON.parse(FrameRow.parse(one).frame))
  const found = AnswerRow.parse(row)
  return {
    answerId: found.answer_id,
    conversationId: found.conversation_id,
    questionId: found.question_id,
    askedAt: found.asked_at,
    expiresAt: found.expires_at,
    frames: json.map(parseTranscriptFrame),
    ...shownIn(json),
    ...Question.parse(JSON.parse(found.question)),
    ...(found.writer !== null && { writer: { id: found.writer, until: found.written_until } }),
    ...(found.outcome !== null && { outcome: found.outcome }),
    ...(found.record !== null && { record: AnswerRecord.parse(JSON.parse(found.record)) }),
    ...(found.feedback !== null && { feedback: Feedback.parse(JSON.parse(found.feedback)) }),
  }
}

export function questionText({ text, context, scope }: NewAnswer): string {
  return JSON.stringify({ text, context, scope })
}

export function frameOf(row: unknown): TranscriptFrame {
  return parseTranscriptFrame(JSON.parse(FrameRow.parse(row).frame))
}
