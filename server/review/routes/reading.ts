import { judgmentsFor, queueStateOf } from '#core/protocol/review/queue-state.ts'
import {
  ConversationAnswer,
  DeletedAnswer,
  ReadingAnswer,
} from '#core/protocol/review/reading-answers.ts'
import { AnswerParams, ConversationParams } from '#core/protocol/review/review-query.ts'
import { NoBody, NoQuery } from '#core/protocol/rest/path-params.ts'
import { fromStore } from '../../store-fault.ts'
import { note } from '../audit.ts'
import { changedFacts } from '../changed-facts.ts'
import { claim } from '../claim.ts'
import { entryOf } from '../entry-of.ts'
import { presentItem } from '../present-item.ts'
import { presentAnswer } from '../read-answer.ts'
import { noSuchAnswer } from '../review-input.ts'
import { reviewRoute } from '../review-route.ts'

/** Of one conversation, the newest. */
const mostAnswers = 500

export const readingRoute = reviewRoute({
  method: 'GET',
  path: '/api/coach/answers/{answerId}',
  summary: 'An answer in its conversation, with all that was kept of it.',
  params: AnswerParams,
  query: NoQuery,
  body: NoBody,
  answer: ReadingAnswer,
  handle: async ({ desk, coach, params: { answerId } }) => {
    const stored = await entryOf(desk, answerId)
    const { conversationId } = stored
    await note(desk, { action: 'read', coach, answerId, conversationId })
    // Whoever has claimed it and reads on keeps it.
    const isMine = stored.claim?.coachId === coach.id
    const entry = (isMine ? await fromStore(claim(desk, stored, coach)) : undefined) ?? stored
    const reader = await desk.currentReader()
    const answers = await fromStore(desk.conversations.answers(conversationId, mostAnswers))
    const isBlind = queueStateOf(entry) === 'second-opinion'
    const judgments = judgmentsFor(coach.id, entry)
    const conversation = answers.map(presentAnswer).map((one) => {
      // What the other coach has told the driver would give the first opinion away.
      const isHidden = isBlind && judgments.length === 0 && one.answerId === answerId
      return isHidden ? { ...one, correction: null } : one
    })
    const own = conversation.find((one) => one.answerId === answerId)
    if (own === undefined) throw noSuchAnswer()
    return {
      item: presentItem(entry, coach, desk.now()),
      conversation,
      judgments: [...judgments],
      hiddenJudgments: entry.judgments.length - judgments.length,
      currentGeneration: reader?.generation.runId ?? null,
      changedFacts: await changedFacts(own, reader),
    }
  },
})

export const conversationRoute = reviewRoute({
  method: 'GET',
  path: '/api/coach/conversations/{conversationId}',
  summary: 'A whole conversation, to read and to print.',
  params: ConversationParams,
  query: NoQuery,
  body: NoBody,
  answer: ConversationAnswer,
  handle: async ({ desk, coach, params: { conversationId } }) => {
    const answers = await fromStore(desk.conversations.answers(conversationId, mostAnswers))
    if (answers.length === 0) throw noSuchAnswer()
    await note(desk, { action: 'read', coach, conversationId, count: answers.length })
    return { conversationId, answers: answers.map(presentAnswer) }
  },
})

export const deletionRoute = reviewRoute({
  method: 'DELETE',
  path: '/api/coach/conversations/{conversationId}',
  summary: 'Deletes a conversation everywhere, as when its driver forgets it.',
  params: ConversationParams,
  query: NoQuery,
  body: NoBody,
  answer: DeletedAnswer,
  handle: async ({ desk, coach, params: { conversationId } }) => {
    if ((await fromStore(desk.conversations.find(conversationId))) === undefined)
      throw noSuchAnswer()
    await note(desk, { action: 'deleted', coach, conversationId })
    await desk.forget(conversationId)
    return { deleted: true as const }
  },
})
