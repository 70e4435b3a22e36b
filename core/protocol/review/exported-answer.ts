import * as z from 'zod'
import { Outcome } from '../chat/frames.ts'
import { Judgment } from './judgment.ts'
import { QueueReason } from './verdict.ts'

/** One answer of an export: a line of JSON, or a row of a table. */
export const ExportedAnswer = z.object({
  answerId: z.string(),
  conversationId: z.string(),
  askedAt: z.iso.datetime(),
  question: z.string(),
  answer: z.string(),
  outcome: Outcome,
  intents: z.array(z.string()),
  trackIds: z.array(z.string()),
  raceIds: z.array(z.string()),
  cars: z.array(z.string()),
  writer: z.string(),
  generation: z.string().nullable(),
  promptHash: z.string().nullable(),
  firstSentenceMs: z.number().nullable(),
  tookMs: z.number().nullable(),
  withheld: z.array(z.string()),
  feedback: z.string().nullable(),
  feedbackNote: z.string().nullable(),
  reasons: z.array(QueueReason),
  judgments: z.array(Judgment),
})
export type ExportedAnswer = z.infer<typeof ExportedAnswer>
