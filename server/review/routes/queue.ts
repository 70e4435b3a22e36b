import { judgedBy, waitingFor } from '#core/protocol/review/entry-terms.ts'
import { letGo } from '#core/protocol/review/judging.ts'
import { NextAnswer, ClaimAnswer, ProgressAnswer } from '#core/protocol/review/queue-answers.ts'
import { AnswerParams, NextQuery } from '#core/protocol/review/review-query.ts'
import { QueueReason } from '#core/protocol/review/verdict.ts'
import { NoBody, NoParams, NoQuery } from '#core/protocol/rest/path-params.ts'
import { conflict } from '../../errors.ts'
import { fromStore } from '../../store-fault.ts'
import { note } from '../audit.ts'
import { claim } from '../claim.ts'
import { entryOf } from '../entry-of.ts'
import { nextItem } from '../next-item.ts'
import { heldBy, presentItem } from '../present-item.ts'
import { reviewRoute } from '../review-route.ts'

export const nextRoute = reviewRoute({
  method: 'POST',
  path: '/api/coach/next',
  summary: 'The next answer of the queue that nobody else has, claimed for who asks.',
  params: NoParams,
  query: NoQuery,
  body: NextQuery,
  answer: NextAnswer,
  handle: async ({ desk, coach, body }) => {
    const entry = await fromStore(nextItem(desk, coach, body))
    if (entry === undefined) return { item: null }
    await note(desk, { action: 'claimed', coach, answerId: entry.answerId })
    return { item: presentItem(entry, coach, desk.now()) }
  },
})

export const claimRoute = reviewRoute({
  method: 'POST',
  path: '/api/coach/answers/{answerId}/claim',
  summary: 'Takes an answer, or keeps it for longer.',
  params: AnswerParams,
  query: NoQuery,
  body: NoBody,
  answer: ClaimAnswer,
  handle: async ({ desk, coach, params }) => {
    const entry = await entryOf(desk, params.answerId)
    const own = await fromStore(claim(desk, entry, coach))
    if (own === undefined) throw heldByOther()
    await note(desk, { action: 'claimed', coach, answerId: entry.answerId })
    return { claim: heldBy(own.claim, coach, desk.now()) }
  },
})

export const heldByOther = () =>
  conflict('Another coach has this answer now. Take the next one, or come back later.')

export const releaseRoute = reviewRoute({
  method: 'DELETE',
  path: '/api/coach/answers/{answerId}/claim',
  summary: 'Lets an answer go, for others to take.',
  params: AnswerParams,
  query: NoQuery,
  body: NoBody,
  answer: ClaimAnswer,
  handle: async ({ desk, coach, params }) => {
    const entry = await entryOf(desk, params.answerId)
    const freed = await fromStore(
      desk.reviews.change(entry, (before) => before && letGo(before, coach.id)),
    )
    return { claim: heldBy((freed ?? entry).claim, coach, desk.now()) }
  },
})

export const progressRoute = reviewRoute({
  method: 'GET',
  path: '/api/coach/progress',
  summary: 'How far the queue is done.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  answer: ProgressAnswer,
  handle: async ({ desk, coach }) => {
    const count = (term: string) => fromStore(desk.reviews.count(term))
    const reasons = QueueReason.options
    const [open, secondOpinion, judged, judgedByMe, answers, ...waiting] = await Promise.all([
      count('state:open'),
      count('state:second-opinion'),
      count('state:judged'),
      count(judgedBy(coach.id)),
      count('all'),
      ...reasons.map((reason) => count(waitingFor(reason))),
    ])
    const openByReason = Object.fromEntries(
      reasons.map((reason, index) => [reason, waiting[index] ?? 0]),
    )
    const queued = open + secondOpinion + judged
    return { queued, open, secondOpinion, judged, judgedByMe, answers, openByReason }
  },
})
