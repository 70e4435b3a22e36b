import type { ConversationStore, StoredAnswer } from '#core/ports/conversation-store.ts'
import type { AnswerPlace, EntryPlace, ReviewStore } from '#core/ports/review-store.ts'
import { reviewed } from '#core/protocol/review/entry-terms.ts'
import type { ReviewEntry } from '#core/protocol/review/review-entry.ts'
import { type CaseExpectation, expectationOf } from '#core/protocol/review/reviewed-case.ts'

/** A question that a coach has judged the answer to, with those before it in its conversation. */
export type JudgedQuestion = {
  readonly place: AnswerPlace
  readonly questions: readonly Pick<StoredAnswer, 'text' | 'context' | 'scope'>[]
  readonly expectation: CaseExpectation
}

export type ReviewedStores = {
  readonly conversations: ConversationStore
  readonly reviews: ReviewStore
}

const page = 200
const mostQuestions = 500

/** All that can be tried of what coaches have judged, oldest first; of several judgments the newest counts. */
export async function readJudged(
  stores: ReviewedStores,
  after?: EntryPlace,
): Promise<JudgedQuestion[]> {
  const { entries, next } = await stores.reviews.list({
    terms: [reviewed],
    order: 'oldest',
    limit: page,
    ...(after && { after }),
  })
  const judged = await Promise.all(entries.map(async (entry) => await judgedOf(stores, entry)))
  return [...judged.flat(), ...(next === undefined ? [] : await readJudged(stores, next))]
}

async function judgedOf(
  { conversations }: ReviewedStores,
  { answerId, conversationId, judgments }: ReviewEntry,
): Promise<JudgedQuestion[]> {
  const answers = await conversations.answers(conversationId, mostQuestions)
  const own = answers.findIndex((answer) => answer.answerId === answerId)
  const [answer, judgment] = [answers[own], judgments.at(-1)]
  if (answer === undefined || judgment === undefined) return []
  const expectation = expectationOf(judgment, answer.frames)
  if (expectation === undefined) return []
  const questions = answers.slice(0, own + 1)
  return [{ place: { answerId, conversationId }, questions, expectation }]
}
