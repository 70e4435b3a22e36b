import { reviewed } from '#core/protocol/review/entry-terms.ts'
import { CasesAnswer, type ReviewedCase } from '#core/protocol/review/insight-answers.ts'
import { judgmentsFor } from '#core/protocol/review/queue-state.ts'
import { reviewedCase } from '#core/protocol/review/reviewed-case.ts'
import type { ReviewEntry } from '#core/protocol/review/review-entry.ts'
import { NoBody, NoParams } from '#core/protocol/rest/path-params.ts'
import { PageQuery } from '#core/protocol/rest/page.ts'
import { fromStore } from '../../store-fault.ts'
import { note } from '../audit.ts'
import { nextOf, readPlace } from '../entry-query.ts'
import type { ReviewDesk } from '../review-desk.ts'
import { reviewRoute } from '../review-route.ts'

/** How far back a question can follow on. */
const mostQuestions = 500

export const casesRoute = reviewRoute({
  method: 'GET',
  path: '/api/coach/cases',
  summary: 'What the evaluation makes of judged answers, and which are fixed in which version.',
  params: NoParams,
  query: PageQuery,
  body: NoBody,
  answer: CasesAnswer,
  handle: async ({ desk, coach, query: { limit, cursor } }) => {
    const page = await fromStore(
      desk.reviews.list({
        terms: [reviewed],
        order: 'newest',
        limit,
        ...(cursor !== undefined && { after: readPlace(cursor) }),
      }),
    )
    await note(desk, { action: 'listed', coach, count: page.entries.length })
    const cases = await Promise.all(
      page.entries.map(async (entry) => await caseOf(desk, entry, coach.id)),
    )
    return { cases: cases.flat(), ...nextOf(page) }
  },
})

/** Nothing where the only judgment is one that this coach is not to know yet, or the answer is gone. */
async function caseOf(
  { conversations }: ReviewDesk,
  entry: ReviewEntry,
  coachId: string,
): Promise<ReviewedCase[]> {
  const judgment = judgmentsFor(coachId, entry).at(-1)
  if (judgment === undefined) return []
  const answers = await fromStore(conversations.answers(entry.conversationId, mostQuestions))
  const own = answers.findIndex(({ answerId }) => answerId === entry.answerId)
  const answer = answers[own]
  if (answer === undefined) return []
  const questions = answers.slice(0, own + 1).map(({ text }) => text)
  return [reviewedCase(entry, judgment, questions, answer.frames)]
}
