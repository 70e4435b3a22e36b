import type { ConversationStore } from '#core/ports/conversation-store.ts'
import { prepareAnswerWriters } from './firestore-answer-writers.ts'
import { conversationChanger } from './firestore-change-conversation.ts'
import { prepareConversationDeletes } from './firestore-conversation-deletes.ts'
import { prepareConversationReads } from './firestore-conversation-reads.ts'
import { withExpiry } from './firestore-conversation-rows.ts'
import { prepareConversationWrites } from './firestore-conversation-writes.ts'
import type { FirestoreDatabase } from './firestore-database.ts'
import { answer, conversation } from './firestore-queries.ts'

/**
 * Conversations in Firestore: a document each, and below it answers and frames. What has expired is not read any more,
 * also before it is deleted. Whoever connected the database closes it.
 */
export function createFirestoreConversationStore(
  database: FirestoreDatabase,
  now: () => Date,
): ConversationStore {
  const { firestore, ask } = database
  const place = (id: string) => conversation(firestore, id)
  const read = prepareConversationReads(() => now().toISOString())
  const changeConversation = conversationChanger(() => now().toISOString())
  const write = prepareConversationWrites(changeConversation)
  const writers = prepareAnswerWriters(changeConversation)
  const remove = prepareConversationDeletes(database)
  return {
    create: ({ id, ...begun }) =>
      ask(async () => {
        const row = { ...begun, seq: 0, asked: 0, changes: 0, running: null }
        await place(id).create(withExpiry(row))
      }),
    find: (id) => ask(() => read.conversation(place(id), id)),
    ask: (id, asked) =>
      ask(async () => {
        const before = await write.ask(place(id), asked)
        return before && read.answerOfRow(place(id), id, before)
      }),
    append: (id, entries, writerId) => ask(() => write.append(place(id), entries, writerId)),
    claim: (id, answerId, writer, at) => ask(() => writers.claim(place(id), answerId, writer, at)),
    askToStop: (id, questionId) => ask(() => writers.askToStop(place(id), questionId)),
    frames: (id, options) => ask(() => read.frames(place(id), options)),
    answers: (id, limit) => ask(() => read.answers(place(id), id, limit)),
    answerTo: (id, questionId) => ask(() => read.answerTo(place(id), id, questionId)),
    answer: (id, answerId) => ask(() => read.answer(place(id), id, answerId)),
    giveFeedback: (id, answerId, feedback) =>
      ask(() => write.giveFeedback(answer(place(id), answerId), feedback)),
    unfinished: (at) => ask(() => read.unfinished(firestore, at)),
    forget: (id) => remove.forget(place(id)),
    purge: (at) => remove.purge(at),
    close: () => database.close(),
  }
}
