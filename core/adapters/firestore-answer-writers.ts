import type { DocumentReference } from '@google-cloud/firestore'
import { type AnswerWriter, type Claim, ConversationGone } from '#core/ports/conversation-store.ts'
import { answerRow, answerRowTo, type ChangeConversation } from './firestore-change-conversation.ts'
import { answer } from './firestore-queries.ts'

/** Which process writes an answer. */
export function prepareAnswerWriters(changeConversation: ChangeConversation) {
  return {
    claim: (
      of: DocumentReference,
      answerId: string,
      writer: AnswerWriter,
      at: string,
    ): Promise<Claim> =>
      goneAs('taken', () =>
        changeConversation<Claim>(of, async (_, batch) => {
          const row = await answerRow(of, answerId)
          const isFree = row?.writer === writer.id || (row?.writtenUntil ?? '') <= at
          if (row === undefined || row.outcome !== null || !isFree) return { result: 'taken' }
          const change = { writer: writer.id, writtenUntil: writer.until }
          batch.update(answer(of, answerId), change)
          return { result: row.isStopAsked ? 'stop' : 'writes', change: {} }
        }),
      ),

    askToStop: (of: DocumentReference, questionId: string): Promise<boolean> =>
      goneAs(false, () =>
        changeConversation<boolean>(of, async (_, batch) => {
          const row = await answerRowTo(of, questionId)
          if (row === undefined || row.outcome !== null) return { result: false }
          batch.update(answer(of, row.answerId), { isStopAsked: true })
          return { result: true, change: {} }
        }),
      ),
  }
}

async function goneAs<Result>(result: Result, change: () => Promise<Result>): Promise<Result> {
  try {
    return await change()
  } catch (error) {
    if (error instanceof ConversationGone) return result
    throw error
  }
}
