import type { Coach } from '#core/ports/coach-store.ts'
import type { AuditAction, AuditEntry } from '#core/protocol/review/insight-answers.ts'
import type { ReviewDesk } from './review-desk.ts'

const day = 24 * 60 * 60 * 1000
/** Longer than what it is about: it says who looked, never what was there. */
const keptMs = 365 * day

export type Noted = {
  readonly coach?: Coach
  readonly action: AuditAction
  readonly answerId?: string
  readonly conversationId?: string
  readonly count?: number
}

/** Keeps what a coach does; before it is done, so that nothing is seen that is not noted. */
export async function note(desk: Pick<ReviewDesk, 'coaches' | 'now'>, noted: Noted): Promise<void> {
  const at = desk.now()
  const { coach, action, answerId = null, conversationId = null, count = null } = noted
  const entry: AuditEntry = {
    at: at.toISOString(),
    coachId: coach?.id ?? null,
    coach: coach?.name ?? null,
    action,
    answerId,
    conversationId,
    count,
  }
  await desk.coaches.note(entry, new Date(at.getTime() + keptMs).toISOString())
}
