import * as z from 'zod'
import { Outcome } from '../chat/frames.ts'
import { Feedback } from '../chat/transcript.ts'
import { Judgment } from './judgment.ts'
import { QueueReason } from './verdict.ts'

/** How a run of the evaluation did on the case that was made of an answer. */
export const CaseResult = z.object({
  at: z.iso.datetime(),
  /** Of the code that answered. */
  version: z.string(),
  model: z.string().nullable(),
  isRight: z.boolean(),
  faults: z.array(z.string()),
})
export type CaseResult = z.infer<typeof CaseResult>

/** Who looks at an answer, so that nobody else is given it. */
const Claim = z.object({ coachId: z.string(), coach: z.string(), until: z.iso.datetime() })

/** What was derived of an answer's transcript, to find it by. */
export const DerivedEntry = z.object({
  answerId: z.string(),
  conversationId: z.string(),
  askedAt: z.iso.datetime(),
  /** When the answer is deleted, and the entry with it. */
  expiresAt: z.iso.datetime(),
  question: z.string(),
  /** The first words of the answer, as the driver saw them. */
  opening: z.string(),
  intents: z.array(z.string()),
  trackIds: z.array(z.string()),
  raceIds: z.array(z.string()),
  cars: z.array(z.string()),
  outcome: Outcome,
  /** Who phrased: a model's name, or 'composer'. */
  writer: z.string(),
  generation: z.string().nullable(),
  promptHash: z.string().nullable(),
  firstSentenceMs: z.number().nullable(),
  tookMs: z.number().nullable(),
  sentences: z.int().nonnegative(),
  /** The reasons of the sentences that were withheld, one each. */
  withheld: z.array(z.string()),
  feedback: Feedback.nullable(),
  /** Nothing where it is in no queue. */
  reasons: z.array(QueueReason),
  /** One of the share that two coaches judge. */
  isForTwo: z.boolean(),
  /** The folded words of question and answer, each once. */
  words: z.array(z.string()),
})
export type DerivedEntry = z.infer<typeof DerivedEntry>

/** Everything that is kept of an answer's review: gone when its conversation goes. */
export const ReviewEntry = DerivedEntry.extend({
  claim: Claim.nullable(),
  /** In the order in which they were given, one a coach. */
  judgments: z.array(Judgment),
  /** The coach's own judgments that newer ones replaced, for undoing. */
  replaced: z.array(Judgment),
  /** Oldest first. */
  results: z.array(CaseResult),
})
export type ReviewEntry = z.infer<typeof ReviewEntry>
