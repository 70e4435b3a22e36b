import * as z from 'zod'

/** A share with its 95 % interval by Wilson; null where nothing was tried. */
export const QualityRate = z
  .object({
    hits: z.int().nonnegative(),
    n: z.int().nonnegative(),
    rate: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  })
  .meta({ id: 'QualityRate' })
export type QualityRate = z.infer<typeof QualityRate>

/** An answer that was not as expected. */
export const QualityFailure = z.object({
  caseId: z.string(),
  season: z.string(),
  /** Which question of the conversation, from 1. */
  turn: z.int().positive(),
  question: z.string(),
  answer: z.string(),
  outcome: z.string(),
  expected: z.array(z.string()),
  faults: z.array(z.string()),
})
export type QualityFailure = z.infer<typeof QualityFailure>

const QualityGoal = z.object({
  name: z.string(),
  /** At least, or at most where `isLimit`. */
  goal: z.number(),
  isLimit: z.boolean(),
  value: z.number().nullable(),
  isMet: z.boolean(),
})

/** One run of the evaluation. */
export const QualityRun = z
  .object({
    at: z.iso.datetime(),
    /** Who phrased: null is the composer alone. */
    model: z.string().nullable(),
    seasons: z.array(z.string()),
    conversations: z.int().nonnegative(),
    questions: z.int().nonnegative(),
    rates: z.object({
      /** Answered, of the questions that the documents can answer. */
      answered: QualityRate,
      /** Right in every respect, of those that are to be answered or asked back. */
      right: QualityRate,
      /** Refused as it should be, of those that the documents cannot answer. */
      refused: QualityRate,
      /** Figures that the question asked for and that were shown with their value by the definitions. */
      askedFigures: QualityRate,
      /** Citations whose text is the fact's, whose fact opens with the same value, and whose CSV cell has it. */
      citationPrecision: QualityRate,
      /** Numbers shown that carry a citation. */
      citationRecall: QualityRate,
      /** Sentences withheld, of all. */
      withheld: QualityRate,
    }),
    unsupportedNumbers: z.int().nonnegative(),
    firstSentenceMs: z.object({
      n: z.int().nonnegative(),
      p50: z.number().nullable(),
      p95: z.number().nullable(),
    }),
    goals: z.array(QualityGoal),
    failures: z.array(QualityFailure),
  })
  .meta({ id: 'QualityRun' })
export type QualityRun = z.infer<typeof QualityRun>

/** The measured quality of the chat; null before the first evaluation. */
export const QualityAnswer = z.object({ run: QualityRun.nullable() })
export type QualityAnswer = z.infer<typeof QualityAnswer>
