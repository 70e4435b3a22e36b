import * as z from 'zod'
import { Part } from '../documents/sentence.ts'
import { Verdict } from './verdict.ts'

/** Words of one sentence of the answer: the characters of its parts' texts, joined, from `from` up to before `to`. */
export const WrongWords = z
  .object({
    index: z.int().nonnegative(),
    from: z.int().nonnegative(),
    to: z.int().positive(),
  })
  .refine(({ from, to }) => from < to, 'from is not before to')
export type WrongWords = z.infer<typeof WrongWords>

/** One sentence of a correction: checked, its numbers cited, or the coach's own words about what is not in the data. */
export const CorrectedSentence = z.object({ parts: z.array(Part), isOwnWords: z.boolean() })
export type CorrectedSentence = z.infer<typeof CorrectedSentence>

/** What one coach says of one answer. */
export const Judgment = z.object({
  coachId: z.string(),
  /** The coach's name, as the driver reads it. */
  coach: z.string(),
  at: z.iso.datetime(),
  verdict: Verdict,
  wrong: z.array(WrongWords),
  /** Empty where the coach wrote none. */
  correction: z.array(CorrectedSentence),
  /** For coaches only. */
  note: z.string().nullable(),
  /** When wrong words and correction were put into the driver's conversation; null while they are not. */
  deliveredAt: z.iso.datetime().nullable(),
})
export type Judgment = z.infer<typeof Judgment>

const mostSentences = 12
const longestSentence = 400

/** One sentence of a correction as a coach types it. */
export const TypedSentence = z.strictObject({
  text: z.string().trim().min(1).max(longestSentence),
  /** Says what is not in the data: not checked against facts, and shown as the coach's own words. */
  isOwnWords: z.boolean().default(false),
})
export type TypedSentence = z.infer<typeof TypedSentence>

export const TypedSentences = z.array(TypedSentence).max(mostSentences)

/** A judgment as a coach sends it; it replaces the coach's own one before. */
export const NewJudgment = z.strictObject({
  verdict: Verdict,
  wrong: z.array(WrongWords).max(100).default([]),
  correction: TypedSentences.default([]),
  note: z.string().trim().max(4000).nullable().default(null),
})
export type NewJudgment = z.infer<typeof NewJudgment>
