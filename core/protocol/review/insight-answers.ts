import * as z from 'zod'
import { nextCursor } from '../rest/page.ts'
import { QualityRate } from '../rest/quality-answer.ts'
import { CaseResult } from './review-entry.ts'
import { Verdict } from './verdict.ts'

const Kappa = {
  /** Answers that both have judged. */
  n: z.int().nonnegative(),
  agreed: z.int().nonnegative(),
  /** Cohen's kappa: 1 is always, 0 as often as by chance; null where nothing can be said. */
  kappa: z.number().nullable(),
}

/** How far coaches agree, on the answers that two of them judged without knowing of each other. */
export const AgreementAnswer = z.object({
  ...Kappa,
  /** Over all pairs: the share that agrees. */
  share: QualityRate,
  verdicts: z.array(Verdict),
  /** Rows: the first judgment, columns: the second, in the order of `verdicts`. */
  counts: z.array(z.array(z.int().nonnegative())),
  pairs: z.array(z.object({ coaches: z.tuple([z.string(), z.string()]), ...Kappa })),
})
export type AgreementAnswer = z.infer<typeof AgreementAnswer>

const Counted = z.object({ name: z.string(), n: z.int().nonnegative() })

const Latency = z.object({
  n: z.int().nonnegative(),
  p50: z.number().nullable(),
  p95: z.number().nullable(),
})

export const TrendDay = z.object({
  day: z.iso.date(),
  questions: z.int().nonnegative(),
  notInData: z.int().nonnegative(),
  withheld: z.int().nonnegative(),
  flagged: z.int().nonnegative(),
  /** Of those asked on that day that were judged since. */
  judged: z.int().nonnegative(),
  right: z.int().nonnegative(),
  firstSentenceMs: Latency,
})
export type TrendDay = z.infer<typeof TrendDay>

/** What drivers ask and how it goes; lists begin with the most frequent. */
export const TrendsAnswer = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  questions: z.int().nonnegative(),
  /** There are more: only the newest were counted. */
  isCut: z.boolean(),
  intents: z.array(Counted),
  /** Intents of what was not in the data. */
  notInData: z.array(Counted),
  outcomes: z.array(Counted),
  /** Sentences that were withheld, by reason. */
  withheld: z.array(Counted),
  right: QualityRate,
  firstSentenceMs: Latency,
  days: z.array(TrendDay),
})
export type TrendsAnswer = z.infer<typeof TrendsAnswer>

/** What the evaluation is to expect of a judged answer's question. */
export const ReviewedCase = z.object({
  answerId: z.string(),
  /** Of the published season when it was asked. */
  generation: z.string().nullable(),
  verdict: Verdict,
  coach: z.string(),
  judgedAt: z.iso.datetime(),
  /** The questions before it in its conversation, and itself as the last. */
  questions: z.array(z.string()),
  expected: z.array(z.string()),
  /** `cannot-run`: nothing in the judgment can be tried by a program. */
  state: z.enum(['cannot-run', 'untried', 'failing', 'fixed', 'holds']),
  /** The version in which it first came right and has stayed so; null where it never failed, or still does. */
  fixedIn: z.string().nullable(),
  results: z.array(CaseResult),
})
export type ReviewedCase = z.infer<typeof ReviewedCase>

export const CasesAnswer = z.object({ cases: z.array(ReviewedCase), nextCursor })
export type CasesAnswer = z.infer<typeof CasesAnswer>

export const AuditAction = z.enum([
  'signed-in',
  'signed-out',
  'sign-in-refused',
  'listed',
  'claimed',
  'read',
  'judged',
  'undone',
  'exported',
  'deleted',
  'looked-at-audit',
])
export type AuditAction = z.infer<typeof AuditAction>

/** What a coach did: never what was read, only which. */
export const AuditEntry = z.object({
  at: z.iso.datetime(),
  coachId: z.string().nullable(),
  coach: z.string().nullable(),
  action: AuditAction,
  answerId: z.string().nullable(),
  conversationId: z.string().nullable(),
  /** How many answers it was about. */
  count: z.int().nullable(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditAnswer = z.object({ entries: z.array(AuditEntry), nextCursor })
export type AuditAnswer = z.infer<typeof AuditAnswer>
