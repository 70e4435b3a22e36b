import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ZodType } from 'zod'
import {
  AgreementAnswer,
  AuditAnswer,
  CasesAnswer,
  TrendsAnswer,
} from '#core/protocol/review/insight-answers.ts'
import type { NewJudgment, TypedSentence } from '#core/protocol/review/judgment.ts'
import {
  AnswersAnswer,
  ClaimAnswer,
  NextAnswer,
  ProgressAnswer,
} from '#core/protocol/review/queue-answers.ts'
import {
  ConversationAnswer,
  CorrectionCheckAnswer,
  DeletedAnswer,
  JudgmentAnswer,
  ReadingAnswer,
} from '#core/protocol/review/reading-answers.ts'
import type { ReviewFilter } from '#core/protocol/review/review-query.ts'
import { MeAnswer, SignedIn, SignedOut, SignInWays } from '#core/protocol/review/sign-in.ts'
import { getAnswer, sendRequest, type Sent } from '../api/get-answer.ts'
import { searchOf } from './queue-filter.ts'

const pageLimit = 50
/** Keys of what coaches see begin with it: signing out forgets them all. */
export const coachKey = 'coach'

const base = '/api/coach'
const answerAt = (answerId: string) => `${base}/answers/${encodeURIComponent(answerId)}`
const conversationAt = (id: string) => `${base}/conversations/${encodeURIComponent(id)}`

/** Pages of other origins cannot send this header. */
const headers = { 'X-KaizenLap-Coach': '1' }
const send = async <T>(shape: ZodType<T>, method: Sent['method'], path: string, body?: unknown) =>
  await sendRequest(shape, path, { method, headers, ...(body !== undefined && { body }) })

function coachQuery<T>(shape: ZodType<T>, path: string) {
  return queryOptions({
    queryKey: [coachKey, path],
    queryFn: ({ signal }) => getAnswer(shape, path, { signal }),
    staleTime: 0,
  })
}

export const signInWaysQuery = () => coachQuery(SignInWays, `${base}/sign-in`)
export const meQuery = () => coachQuery(MeAnswer, `${base}/me`)
export const progressQuery = () => coachQuery(ProgressAnswer, `${base}/progress`)
export const readingQuery = (answerId: string) => coachQuery(ReadingAnswer, answerAt(answerId))
export const conversationQuery = (id: string) => coachQuery(ConversationAnswer, conversationAt(id))
export const agreementQuery = () => coachQuery(AgreementAnswer, `${base}/agreement`)
export const trendsQuery = () => coachQuery(TrendsAnswer, `${base}/trends`)

/** A list that goes on as far as it is asked to. */
function pagedQuery<T extends { readonly nextCursor?: string | undefined }>(
  shape: ZodType<T>,
  path: string,
  search = new URLSearchParams(),
) {
  return infiniteQueryOptions({
    queryKey: [coachKey, path, search.toString()],
    queryFn: async ({ signal, pageParam }) => {
      const asked = new URLSearchParams(search)
      asked.set('limit', String(pageLimit))
      if (pageParam !== '') asked.set('cursor', pageParam)
      return await getAnswer(shape, `${path}?${asked.toString()}`, { signal })
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: T) => nextCursor,
    staleTime: 0,
  })
}

export const answersQuery = (filter: ReviewFilter) =>
  pagedQuery(AnswersAnswer, `${base}/answers`, searchOf(filter))
export const casesQuery = () => pagedQuery(CasesAnswer, `${base}/cases`)
export const auditQuery = () => pagedQuery(AuditAnswer, `${base}/audit`)

/** An address that the browser downloads from. */
export function exportAddress(filter: ReviewFilter, format: 'jsonl' | 'csv'): string {
  const search = searchOf(filter)
  search.set('format', format)
  return `${base}/export?${search.toString()}`
}

export const signIn = async (token: string) =>
  await send(SignedIn, 'POST', `${base}/sign-in`, { token })
export const signOut = async () => await send(SignedOut, 'POST', `${base}/sign-out`)
export const takeNext = async (filter: ReviewFilter, skip: readonly string[]) =>
  await send(NextAnswer, 'POST', `${base}/next`, { filter, skip })
export const claim = async (answerId: string) =>
  await send(ClaimAnswer, 'POST', `${answerAt(answerId)}/claim`)
export const letGo = async (answerId: string) =>
  await send(ClaimAnswer, 'DELETE', `${answerAt(answerId)}/claim`)
export const judge = async (answerId: string, judgment: NewJudgment) =>
  await send(JudgmentAnswer, 'PUT', `${answerAt(answerId)}/judgment`, judgment)
export const undo = async (answerId: string) =>
  await send(JudgmentAnswer, 'DELETE', `${answerAt(answerId)}/judgment`)
export const checkCorrection = async (answerId: string, sentences: readonly TypedSentence[]) =>
  await send(CorrectionCheckAnswer, 'POST', `${answerAt(answerId)}/correction-check`, { sentences })
export const deleteConversation = async (id: string) =>
  await send(DeletedAnswer, 'DELETE', conversationAt(id))
