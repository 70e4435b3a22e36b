import type { Judgment } from './judgment.ts'
import type { ReviewEntry } from './review-entry.ts'
import type { QueueState } from './verdict.ts'

type Queued = Pick<ReviewEntry, 'reasons' | 'judgments' | 'isForTwo'>

export function queueStateOf({ reasons, judgments, isForTwo }: Queued): QueueState {
  if (judgments.length === 0) return reasons.length === 0 ? 'not-queued' : 'open'
  const isHalfJudged = judgments.length === 1 && isForTwo && reasons.length > 0
  return isHalfJudged ? 'second-opinion' : 'judged'
}

/** Two opinions count only where neither knew the other: until then a coach sees the own one alone. */
export function judgmentsFor(coachId: string, entry: Queued): readonly Judgment[] {
  if (queueStateOf(entry) !== 'second-opinion') return entry.judgments
  return entry.judgments.filter((judgment) => judgment.coachId === coachId)
}
