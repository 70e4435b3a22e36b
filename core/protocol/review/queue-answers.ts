import * as z from 'zod'
import { nextCursor } from '../rest/page.ts'
import { DerivedEntry } from './review-entry.ts'
import { QueueState, Verdict } from './verdict.ts'

/** Who holds an answer now. */
const HeldBy = z.object({
  coachId: z.string(),
  coach: z.string(),
  until: z.iso.datetime(),
  isMine: z.boolean(),
})
export type HeldBy = z.infer<typeof HeldBy>

/** An answer in a list. */
export const ReviewItem = DerivedEntry.omit({ words: true })
  .extend({
    state: QueueState,
    claim: HeldBy.nullable(),
    /** Of the newest judgment that this coach may see; null before. */
    verdict: Verdict.nullable(),
    judgedBy: z.array(z.string()),
    isJudgedByMe: z.boolean(),
    isCorrected: z.boolean(),
  })
  .meta({ id: 'ReviewItem' })
export type ReviewItem = z.infer<typeof ReviewItem>

export const AnswersAnswer = z.object({ answers: z.array(ReviewItem), nextCursor })
export type AnswersAnswer = z.infer<typeof AnswersAnswer>

/** The next answer of the queue, claimed for who asked; null where there is none left. */
export const NextAnswer = z.object({ item: ReviewItem.nullable() })
export type NextAnswer = z.infer<typeof NextAnswer>

export const ClaimAnswer = z.object({ claim: HeldBy.nullable() })
export type ClaimAnswer = z.infer<typeof ClaimAnswer>

/** How far the queue is done. */
export const ProgressAnswer = z.object({
  /** All that is in the queue: open, second opinions and judged. */
  queued: z.int(),
  open: z.int(),
  secondOpinion: z.int(),
  judged: z.int(),
  judgedByMe: z.int(),
  /** All that is stored. */
  answers: z.int(),
  /** Waiting, by why they are in the queue; one answer may have several reasons. */
  openByReason: z.record(z.string(), z.int()),
})
export type ProgressAnswer = z.infer<typeof ProgressAnswer>
