import * as z from 'zod'
import { Fact } from '#core/domain/fact.ts'
import { Outcome } from '../chat/frames.ts'
import { Scope, ScopeChange, ScreenContext } from '../chat/scope.ts'
import { Feedback } from '../chat/transcript.ts'
import { Part, SentenceKind } from '../documents/sentence.ts'
import { CorrectedSentence, Judgment, TypedSentences, WrongWords } from './judgment.ts'
import { ReviewItem } from './queue-answers.ts'

/** A line of an answer in its order: a sentence, or the place of one that was withheld, with its text for coaches. */
export const AnswerLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('sentence'),
    index: z.int().nonnegative(),
    kind: SentenceKind,
    author: z.enum(['model', 'composer']),
    parts: z.array(Part),
  }),
  z.object({
    type: z.literal('withheld'),
    index: z.int().nonnegative(),
    reason: z.string(),
    /** What the model had written; null where the answer was cut off. */
    text: z.string().nullable(),
  }),
])
export type AnswerLine = z.infer<typeof AnswerLine>

/** A coach's words in the conversation; the last one of an answer is what counts. */
export const DeliveredCorrection = z.object({
  coach: z.string(),
  at: z.iso.datetime(),
  wrong: z.array(WrongWords),
  sentences: z.array(CorrectedSentence),
})
export type DeliveredCorrection = z.infer<typeof DeliveredCorrection>

/** A question with its answer, as the driver saw it and with what coaches may know besides. */
export const ReadAnswer = z
  .object({
    answerId: z.string(),
    askedAt: z.iso.datetime(),
    question: z.string(),
    /** What the screen showed. */
    context: ScreenContext.nullable(),
    /** What the driver changed in how it was understood. */
    changedScope: ScopeChange.nullable(),
    /** How it was understood; null where the answer was cut off before. */
    scope: Scope.nullable(),
    lines: z.array(AnswerLine),
    /** Null while it is being written. */
    outcome: Outcome.nullable(),
    /** Those whose values were shown, with value and source; the older texts are in them. */
    facts: z.array(Fact),
    generation: z.string().nullable(),
    model: z.string().nullable(),
    promptHash: z.string().nullable(),
    firstSentenceMs: z.number().nullable(),
    tookMs: z.number().nullable(),
    feedback: Feedback.nullable(),
    correction: DeliveredCorrection.nullable(),
  })
  .meta({ id: 'ReadAnswer' })
export type ReadAnswer = z.infer<typeof ReadAnswer>

/** A fact of the answer that has another text, or is gone, in the season that is published now. */
const ChangedFact = z.object({
  factId: z.string(),
  label: z.string(),
  before: z.string(),
  now: z.string().nullable(),
})
export type ChangedFact = z.infer<typeof ChangedFact>

/** One answer with all of its conversation, for judging. */
export const ReadingAnswer = z.object({
  item: ReviewItem,
  /** Oldest first; the answer that is asked for is one of them. */
  conversation: z.array(ReadAnswer),
  /** Those that this coach may see: a second opinion is given without knowing the first. */
  judgments: z.array(Judgment),
  hiddenJudgments: z.int().nonnegative(),
  /** The season that is published now; null while there is none. */
  currentGeneration: z.string().nullable(),
  changedFacts: z.array(ChangedFact),
})
export type ReadingAnswer = z.infer<typeof ReadingAnswer>

/** A whole conversation, for reading and printing. */
export const ConversationAnswer = z.object({
  conversationId: z.string(),
  answers: z.array(ReadAnswer),
})
export type ConversationAnswer = z.infer<typeof ConversationAnswer>

export const DeletedAnswer = z.object({ deleted: z.literal(true) })
export type DeletedAnswer = z.infer<typeof DeletedAnswer>

export const CorrectionRequest = z.strictObject({ sentences: TypedSentences })
export type CorrectionRequest = z.infer<typeof CorrectionRequest>

/** A typed sentence as it would be shown; `refusal` says why it can stand only as the coach's own words, or not at all. */
const CheckedCorrection = CorrectedSentence.extend({
  refusal: z.string().nullable(),
  /** What of it was refused: '9.2 s'. */
  detail: z.string().nullable(),
})
export type CheckedCorrection = z.infer<typeof CheckedCorrection>

export const CorrectionCheckAnswer = z.object({ sentences: z.array(CheckedCorrection) })
export type CorrectionCheckAnswer = z.infer<typeof CorrectionCheckAnswer>

/** After judging or undoing: the item as it is now, and the own judgment. */
export const JudgmentAnswer = z.object({ item: ReviewItem, judgment: Judgment.nullable() })
export type JudgmentAnswer = z.infer<typeof JudgmentAnswer>
