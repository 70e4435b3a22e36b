import type { Coach } from '#core/ports/coach-store.ts'
import { judgmentsFor, queueStateOf } from '#core/protocol/review/queue-state.ts'
import type { HeldBy, ReviewItem } from '#core/protocol/review/queue-answers.ts'
import type { ReviewEntry } from '#core/protocol/review/review-entry.ts'

/** An entry as that coach may see it. */
export function presentItem(entry: ReviewEntry, coach: Coach, now: Date): ReviewItem {
  const {
    words: _words,
    claim,
    judgments,
    replaced: _replaced,
    results: _results,
    ...derived
  } = entry
  const seen = judgmentsFor(coach.id, entry)
  return {
    ...derived,
    state: queueStateOf(entry),
    claim: heldBy(claim, coach, now),
    verdict: seen.at(-1)?.verdict ?? null,
    judgedBy: judgments.map((one) => one.coach),
    isJudgedByMe: judgments.some(({ coachId }) => coachId === coach.id),
    isCorrected: seen.some(({ correction }) => correction.length > 0),
  }
}

/** Null where nobody holds it any more. */
export function heldBy(claim: ReviewEntry['claim'], coach: Coach, now: Date): HeldBy | null {
  if (claim === null || claim.until <= now.toISOString()) return null
  return { ...claim, isMine: claim.coachId === coach.id }
}
