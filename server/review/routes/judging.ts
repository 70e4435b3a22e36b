import { isHeldByOther, judged, undone } from '#core/protocol/review/judging.ts'
import { NewJudgment } from '#core/protocol/review/judgment.ts'
import {
  CorrectionCheckAnswer,
  CorrectionRequest,
  JudgmentAnswer,
} from '#core/protocol/review/reading-answers.ts'
import type { ReviewEntry } from '#core/protocol/review/review-entry.ts'
import { AnswerParams } from '#core/protocol/review/review-query.ts'
import { NoBody, NoQuery } from '#core/protocol/rest/path-params.ts'
import { badRequest, conflict } from '../../errors.ts'
import { fromStore } from '../../store-fault.ts'
import { note } from '../audit.ts'
import { checkedCorrection, refuseNoWords } from '../checked-correction.ts'
import { entryOf } from '../entry-of.ts'
import { presentItem } from '../present-item.ts'
import { noSuchAnswer } from '../review-input.ts'
import { reviewRoute } from '../review-route.ts'
import { showDriver } from '../show-driver.ts'
import { heldByOther } from './queue.ts'

export const correctionCheckRoute = reviewRoute({
  method: 'POST',
  path: '/api/coach/answers/{answerId}/correction-check',
  summary: 'How the sentences of a correction would be shown, or why one would not be.',
  params: AnswerParams,
  query: NoQuery,
  body: CorrectionRequest,
  answer: CorrectionCheckAnswer,
  handle: async ({ desk, params, body }) => {
    const entry = await entryOf(desk, params.answerId)
    return { sentences: [...(await checkedCorrection(desk, entry, body.sentences))] }
  },
})

export const judgmentRoute = reviewRoute({
  method: 'PUT',
  path: '/api/coach/answers/{answerId}/judgment',
  summary: "A coach's verdict, with wrong words and a correction that the driver sees.",
  params: AnswerParams,
  query: NoQuery,
  body: NewJudgment,
  answer: JudgmentAnswer,
  handle: async ({ desk, coach, params, body }) => {
    const stored = await entryOf(desk, params.answerId)
    const at = desk.now().toISOString()
    if (isHeldByOther(stored, coach.id, at)) throw heldByOther()
    await refuseNoWords(desk, stored, body.wrong)
    const sentences = await checkedCorrection(desk, stored, body.correction)
    const refused = sentences.find(({ refusal }) => refusal !== null)
    if (refused !== undefined) {
      const text = refused.parts.map((part) => part.text).join('')
      throw badRequest(`correction: "${text.slice(0, 120)}" cannot be shown. ${refused.refusal}`)
    }
    await note(desk, { action: 'judged', coach, answerId: stored.answerId })
    const { verdict, wrong, note: words } = body
    const correction = sentences.map(({ parts, isOwnWords }) => ({ parts, isOwnWords }))
    const who = { coachId: coach.id, coach: coach.name, at }
    const judgment = { ...who, verdict, wrong, correction, note: words, deliveredAt: null }
    let before: ReviewEntry = stored
    const kept = await fromStore(
      desk.reviews.change(stored, (entry) => {
        if (entry === undefined || isHeldByOther(entry, coach.id, at)) return undefined
        before = entry
        return judged(entry, judgment)
      }),
    )
    if (kept === undefined) throw heldByOther()
    const entry = await showDriver(desk, before, kept)
    const own = entry.judgments.find(({ coachId }) => coachId === coach.id) ?? null
    return { item: presentItem(entry, coach, desk.now()), judgment: own }
  },
})

export const undoRoute = reviewRoute({
  method: 'DELETE',
  path: '/api/coach/answers/{answerId}/judgment',
  summary: 'Undoes the own judgment: the one that it replaced is back, or none.',
  params: AnswerParams,
  query: NoQuery,
  body: NoBody,
  answer: JudgmentAnswer,
  handle: async ({ desk, coach, params }) => {
    const stored = await entryOf(desk, params.answerId)
    await note(desk, { action: 'undone', coach, answerId: stored.answerId })
    let before: ReviewEntry | undefined
    const kept = await fromStore(
      desk.reviews.change(stored, (entry) => {
        before = entry
        return entry && undone(entry, coach.id)
      }),
    )
    if (before === undefined) throw noSuchAnswer()
    if (kept === undefined) throw conflict('There is no judgment of yours to undo.')
    const entry = await showDriver(desk, before, kept)
    const own = entry.judgments.find(({ coachId }) => coachId === coach.id) ?? null
    return { item: presentItem(entry, coach, desk.now()), judgment: own }
  },
})
