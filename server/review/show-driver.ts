import { ConversationGone } from '#core/ports/conversation-store.ts'
import { delivered } from '#core/protocol/review/judging.ts'
import type { Judgment } from '#core/protocol/review/judgment.ts'
import type { ReviewEntry } from '#core/protocol/review/review-entry.ts'
import { faultFields } from '../log.ts'
import type { NewCorrection, ReviewDesk } from './review-desk.ts'

/**
 * Brings the driver's conversation in line with what coaches say now: the newest correction is shown, or the one
 * before taken back. Answers with the entry as it is then. What cannot be delivered stays undelivered and is
 * seen to be so; judging again tries again.
 */
export async function showDriver(
  desk: ReviewDesk,
  before: ReviewEntry,
  after: ReviewEntry,
): Promise<ReviewEntry> {
  const [old, now] = [shownOf(before), shownOf(after)]
  const isShown = now !== undefined && isSame(old, now) && now.deliveredAt !== null
  const correction =
    now === undefined ? old && takenBack(old, after, desk) : correctionOf(now, after)
  if (correction === undefined || isShown) return after
  try {
    await desk.deliver(after.conversationId, correction)
  } catch (error) {
    if (error instanceof ConversationGone) return after
    desk.log.error({ answerId: after.answerId, ...faultFields(error) }, 'correction not delivered')
    return after
  }
  if (now === undefined) return after
  const at = desk.now().toISOString()
  const kept = await desk.reviews.change(after, (entry) => entry && delivered(entry, now, at))
  return kept ?? after
}

function isSame(old: Judgment | undefined, now: Judgment): boolean {
  return old?.coachId === now.coachId && old.at === now.at
}

/** Of several coaches who have something to show, the newest word counts. */
function shownOf({ judgments }: ReviewEntry): Judgment | undefined {
  return judgments
    .filter(({ wrong, correction }) => wrong.length > 0 || correction.length > 0)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1)
}

function correctionOf(judgment: Judgment, { answerId }: ReviewEntry): NewCorrection {
  const { coach, at, wrong, correction } = judgment
  const parts = correction.flatMap((sentence, index) => {
    const own = sentence.isOwnWords ? ({ isOwnWords: true } as const) : {}
    const words = sentence.parts.map((part) => ({ ...part, ...own }))
    return index === 0 ? words : [{ text: ' ', ...own }, ...words]
  })
  return { answerId, coach, at, wrong, parts }
}

function takenBack(
  { coach, deliveredAt }: Judgment,
  { answerId }: ReviewEntry,
  { now }: ReviewDesk,
): NewCorrection | undefined {
  if (deliveredAt === null) return undefined
  const at = now().toISOString()
  return { answerId, coach, at, wrong: [], parts: [], isWithdrawn: true }
}
