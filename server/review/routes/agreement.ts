import { agreementOf } from '#core/protocol/review/agreement.ts'
import { judgedTwice } from '#core/protocol/review/entry-terms.ts'
import { AgreementAnswer } from '#core/protocol/review/insight-answers.ts'
import { NoBody, NoParams, NoQuery } from '#core/protocol/rest/path-params.ts'
import { allEntries } from '../all-entries.ts'
import { reviewRoute } from '../review-route.ts'

export const agreementRoute = reviewRoute({
  method: 'GET',
  path: '/api/coach/agreement',
  summary: "How far coaches agree, with Cohen's kappa and n.",
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  answer: AgreementAnswer,
  handle: async ({ desk }) => {
    const query = { terms: [judgedTwice], order: 'oldest' } as const
    return agreementOf(await Array.fromAsync(allEntries(desk.reviews, query)))
  },
})
