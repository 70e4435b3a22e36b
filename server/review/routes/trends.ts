import { TrendsAnswer } from '#core/protocol/review/insight-answers.ts'
import { TrendsQuery } from '#core/protocol/review/review-query.ts'
import { trendsOf } from '#core/protocol/review/trends.ts'
import type { ReviewEntry } from '#core/protocol/review/review-entry.ts'
import { NoBody, NoParams } from '#core/protocol/rest/path-params.ts'
import { badRequest } from '../../errors.ts'
import { allEntries } from '../all-entries.ts'
import { queryOfFilter } from '../entry-query.ts'
import { reviewRoute } from '../review-route.ts'

const daysShown = 30
const day = 24 * 60 * 60 * 1000
/** More answers than that are not counted; the newest are. */
const mostCounted = 20_000

export const trendsRoute = reviewRoute({
  method: 'GET',
  path: '/api/coach/trends',
  summary:
    'What drivers ask, what is not in the data, what is withheld, and how right the answers are.',
  params: NoParams,
  query: TrendsQuery,
  body: NoBody,
  answer: TrendsAnswer,
  handle: async ({ desk, query }) => {
    const to = query.to ?? desk.now().toISOString().slice(0, 10)
    const from = query.from ?? new Date(Date.parse(to) - daysShown * day).toISOString().slice(0, 10)
    if (from > to) throw badRequest(`the first day, ${from}, is after the last one, ${to}`)
    const asked = { ...queryOfFilter({ from, to }), order: 'newest' } as const
    const entries: ReviewEntry[] = []
    let isCut = false
    for await (const entry of allEntries(desk.reviews, asked)) {
      isCut = entries.length === mostCounted
      if (isCut) break
      entries.push(entry)
    }
    return { from, to, isCut, ...trendsOf(entries) }
  },
})
