import { NoBody, NoParams } from '#core/protocol/rest/path-params.ts'
import { AnswersAnswer } from '#core/protocol/review/queue-answers.ts'
import { ReviewQuery } from '#core/protocol/review/review-query.ts'
import { fromStore } from '../../store-fault.ts'
import { note } from '../audit.ts'
import { nextOf, queryOfFilter, readPlace } from '../entry-query.ts'
import { presentItem } from '../present-item.ts'
import { reviewRoute } from '../review-route.ts'

export const answersRoute = reviewRoute({
  method: 'GET',
  path: '/api/coach/answers',
  summary: 'All answers that fit the filters, a page at a time.',
  params: NoParams,
  query: ReviewQuery,
  body: NoBody,
  answer: AnswersAnswer,
  handle: async ({ desk, coach, query }) => {
    const { limit, cursor, order, ...filter } = query
    const page = await fromStore(
      desk.reviews.list({
        ...queryOfFilter(filter),
        order,
        limit,
        ...(cursor !== undefined && { after: readPlace(cursor) }),
      }),
    )
    await note(desk, { action: 'listed', coach, count: page.entries.length })
    const now = desk.now()
    return {
      answers: page.entries.map((entry) => presentItem(entry, coach, now)),
      ...nextOf(page),
    }
  },
})
