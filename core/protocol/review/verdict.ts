import * as z from 'zod'

/** What a coach says of an answer; the keys 1 to 5 in this order. */
export const Verdict = z.enum([
  'right',
  'partly',
  'wrong',
  'should-have-refused',
  'should-have-answered',
])
export type Verdict = z.infer<typeof Verdict>

/** Why an answer is in the queue: a driver said it is wrong or unclear, what happened to it, or chance. */
export const QueueReason = z.enum(['flagged', 'withheld', 'error', 'not-in-data', 'sample'])
export type QueueReason = z.infer<typeof QueueReason>

/** `second-opinion`: judged once, and one of the share that two coaches judge. */
export const QueueState = z.enum(['open', 'second-opinion', 'judged', 'not-queued'])
export type QueueState = z.infer<typeof QueueState>
