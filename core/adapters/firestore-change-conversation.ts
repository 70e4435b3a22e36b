import type { DocumentReference, WriteBatch } from '@google-cloud/firestore'
import { ConversationGone } from '#core/ports/conversation-store.ts'
import { changeTogether } from './firestore-change.ts'
import { AnswerRow, ConversationRow, withExpiry } from './firestore-conversation-rows.ts'
import { answer, queries } from './firestore-queries.ts'

type Decide<Result> = (
  row: ConversationRow,
  batch: WriteBatch,
) => Promise<{ readonly result: Result; readonly change?: Partial<ConversationRow> }>

export type ChangeConversation = <Result>(
  of: DocumentReference,
  decide: Decide<Result>,
) => Promise<Result>

/** Changes a conversation with its answers and frames in one commit. Rejects with `ConversationGone`. */
export function conversationChanger(now: () => string): ChangeConversation {
  return (of, decide) =>
    changeTogether(of, async (found, batch) => {
      const row = found.exists ? ConversationRow.parse(found.data()) : undefined
      if (row === undefined || row.expiresAt <= now()) throw new ConversationGone()
      const { result, change } = await decide(row, batch)
      if (change === undefined) return { result }
      const { expiresAt = row.expiresAt } = change
      return { result, guard: withExpiry({ ...change, expiresAt, changes: row.changes + 1 }) }
    })
}

export async function answerRow(of: DocumentReference, id: string): Promise<AnswerRow | undefined> {
  const found = await answer(of, id).get()
  return found.exists ? AnswerRow.parse(found.data()) : undefined
}

export async function answerRowTo(
  of: DocumentReference,
  questionId: string,
): Promise<AnswerRow | undefined> {
  const [found] = (await queries.answersToQuestion(of, questionId).limit(1).get()).docs
  return found && AnswerRow.parse(found.data())
}
