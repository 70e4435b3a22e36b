import type { StoredAnswer } from '#core/ports/conversation-store.ts'
import { textOfParts } from '#core/protocol/review/derive-entry.ts'
import type { TypedSentence, WrongWords } from '#core/protocol/review/judgment.ts'
import type { CheckedCorrection } from '#core/protocol/review/reading-answers.ts'
import type { ReviewEntry } from '#core/protocol/review/review-entry.ts'
import { badRequest, unavailable } from '../errors.ts'
import { fromStore } from '../store-fault.ts'
import type { ReviewDesk } from './review-desk.ts'
import { noSuchAnswer } from './review-input.ts'

/** The sentences of a correction, checked in the season that is published now. */
export async function checkedCorrection(
  desk: ReviewDesk,
  entry: ReviewEntry,
  sentences: readonly TypedSentence[],
): Promise<readonly CheckedCorrection[]> {
  if (sentences.length === 0) return []
  const { frames } = await answerOf(desk, entry)
  const reader = await desk.currentReader()
  if (reader === undefined && sentences.some(({ isOwnWords }) => !isOwnWords)) {
    throw unavailable('No season is published: only own words can be told.')
  }
  const scope = frames.find((frame) => frame.type === 'accepted')?.scope ?? { intents: [] }
  const facts = frames.find((frame) => frame.type === 'done')?.facts ?? []
  return await fromStore(desk.checkCorrection(reader, { scope, facts }, sentences))
}

/** Words that are marked have to be there. */
export async function refuseNoWords(
  desk: ReviewDesk,
  entry: ReviewEntry,
  wrong: readonly WrongWords[],
): Promise<void> {
  if (wrong.length === 0) return
  const { frames } = await answerOf(desk, entry)
  for (const { index, to } of wrong) {
    const sentence = frames.find((frame) => frame.type === 'sentence' && frame.index === index)
    const length = sentence?.type === 'sentence' ? textOfParts(sentence.parts).length : 0
    if (length === 0) throw badRequest(`wrong: the answer has no sentence ${index}`)
    if (to > length)
      throw badRequest(`wrong: sentence ${index} has ${length} characters, not ${to}`)
  }
}

async function answerOf(
  { conversations }: ReviewDesk,
  { conversationId, answerId }: ReviewEntry,
): Promise<StoredAnswer> {
  const answer = await fromStore(conversations.answer(conversationId, answerId))
  if (answer === undefined) throw noSuchAnswer()
  return answer
}
