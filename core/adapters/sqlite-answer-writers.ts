import type { DatabaseSync } from 'node:sqlite'
import {
  AnswerRunning,
  AnswerTaken,
  type ConversationStore,
} from '#core/ports/conversation-store.ts'

/** Which process writes an answer. */
export function answerWriters(
  database: DatabaseSync,
): Pick<ConversationStore, 'claim' | 'askToStop'> {
  const claim = database.prepare(
    `UPDATE answers SET writer = ?, written_until = ?
     WHERE conversation_id = ? AND answer_id = ? AND outcome IS NULL
       AND (writer = ? OR written_until <= ?) RETURNING stop_asked`,
  )
  const askToStop = database.prepare(
    `UPDATE answers SET stop_asked = 1
     WHERE conversation_id = ? AND question_id = ? AND outcome IS NULL`,
  )
  return {
    claim: (id, answerId, { id: writer, until }, now) =>
      Promise.try(() => {
        const row = claim.get(writer, until, id, answerId, writer, now)
        if (row === undefined) return 'taken'
        return row['stop_asked'] === 1 ? 'stop' : 'writes'
      }),
    askToStop: (id, questionId) => Promise.try(() => askToStop.run(id, questionId).changes === 1),
  }
}

/** What must be true inside the transaction that changes the transcript. */
export function answerFences(database: DatabaseSync) {
  const running = database.prepare(
    'SELECT 1 FROM answers WHERE conversation_id = ? AND outcome IS NULL AND written_until > ?',
  )
  const mayWrite = database.prepare(
    `SELECT 1 FROM answers
     WHERE answer_id = ? AND outcome IS NULL AND (writer IS NULL OR writer = ?)`,
  )
  return {
    refuseWhileWriting: (conversationId: string, now: string) => {
      if (running.get(conversationId, now) !== undefined) throw new AnswerRunning()
    },
    refuseOthers: (answerId: string, writerId: string) => {
      if (mayWrite.get(answerId, writerId) === undefined) throw new AnswerTaken(answerId)
    },
  }
}
