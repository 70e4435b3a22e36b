import * as z from 'zod'
import { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import { Outcome } from '../chat/frames.ts'
import { PageQuery } from '../rest/page.ts'
import { QueueReason, QueueState, Verdict } from './verdict.ts'

const Day = z.iso.date('is not a day: give for example 2026-03-01')
const word = (what: string) =>
  z
    .string()
    .regex(/^[\w .:@/+-]{1,120}$/, `is not ${what}`)
    .optional()

/** What answers are filtered by; everything given has to hold. */
const reviewFilters = {
  words: z.string().trim().min(1).max(200).optional().meta({
    description:
      'Words that question or answer hold, all of them, whole; case and accents do not count.',
  }),
  trackId: TrackId.optional(),
  raceId: RaceId.optional(),
  car: CarNumber.optional(),
  intent: word('an intent'),
  outcome: Outcome.optional(),
  verdict: Verdict.optional(),
  reason: QueueReason.optional(),
  state: QueueState.optional(),
  writer: word('a writer').meta({ description: "A model's name, or 'composer'." }),
  from: Day.optional().meta({ description: 'Asked on this day (UTC) or later.' }),
  to: Day.optional().meta({ description: 'Asked on this day (UTC) or before.' }),
}

/** The filters as a body has them, for the next item of the queue. */
export const ReviewFilter = z.strictObject(reviewFilters)
export type ReviewFilter = z.infer<typeof ReviewFilter>

export const ReviewQuery = PageQuery.extend({
  ...reviewFilters,
  order: z
    .enum(['oldest', 'newest'], 'is not known: give oldest or newest')
    .default('oldest')
    .meta({ description: 'Which come first.' }),
})
export type ReviewQuery = z.infer<typeof ReviewQuery>

export const ExportQuery = z.strictObject({
  ...reviewFilters,
  format: z.enum(['jsonl', 'csv'], 'is not known: give jsonl or csv').default('jsonl'),
})
export type ExportQuery = z.infer<typeof ExportQuery>

export const TrendsQuery = z.strictObject({
  from: reviewFilters.from,
  to: reviewFilters.to,
})

export const NextQuery = z.strictObject({
  filter: ReviewFilter.default({}),
  /** What the coach has put aside for now. */
  skip: z.array(z.string().max(64)).max(200).default([]),
})
export type NextQuery = z.infer<typeof NextQuery>

export const AnswerParams = z.object({
  answerId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'is not an answer'),
})
export const ConversationParams = z.object({
  conversationId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'is not a conversation'),
})
