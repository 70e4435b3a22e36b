import type { DatabaseSync } from 'node:sqlite'
import {
  ConversationGone,
  type ConversationStore,
  type NewAnswer,
  SeqTaken,
  type TranscriptEntry,
} from '#core/ports/conversation-store.ts'
import { storedFrame } from '#core/protocol/chat/transcript.ts'
import { answerFences, answerWriters } from './sqlite-answer-writers.ts'
import { conversationFile } from './sqlite-conversation-file.ts'
import { answerOf, conversationOf, frameOf, questionText } from './sqlite-conversation-rows.ts'
import { openSqliteFile, transaction } from './sqlite-file.ts'

/** The embedded store of conversations: one SQLite file, or ':memory:'. Throws `StoreUnusable`. */
export function openSqliteConversationStore(file: string): ConversationStore {
  const database = openSqliteFile(file, conversationFile)
  const read = prepareReads(database)
  const write = prepareWrites(database, read)
  const remove = prepareDeletes(database)
  return {
    create: ({ id, keyHash, createdAt, expiresAt }) =>
      Promise.try(() => void write.create.run(id, keyHash, createdAt, expiresAt)),
    find: (id) => Promise.try(() => read.conversation(id)),
    ask: (id, answer) => Promise.try(() => transaction(database, () => write.ask(id, answer))),
    append: (id, entries, writerId) =>
      Promise.try(() => transaction(database, () => write.append(id, entries, writerId))),
    ...answerWriters(database),
    frames: (id, { after, limit }) =>
      Promise.try(() => read.frames.all(id, after, limit).map(frameOf)),
    answers: (id, limit) => Promise.try(() => read.answers(id, limit)),
    answerTo: (id, questionId) => Promise.try(() => read.answerTo(id, questionId)),
    answer: (id, answerId) => Promise.try(() => read.answer(id, answerId)),
    giveFeedback: (id, answerId, feedback) =>
      Promise.try(() => write.feedback.run(JSON.stringify(feedback), id, answerId).changes === 1),
    unfinished: (now) =>
      Promise.try(() => read.unfinished.all(now).map((row) => String(row['conversation_id']))),
    forget: (id) =>
      Promise.try(() => {
        remove.forget.run(id)
        // The log beside the file still holds what was written.
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      }),
    purge: (now) => Promise.try(() => transaction(database, () => remove.purge(now))),
    close: () => Promise.try(() => database.close()),
  }
}

function prepareReads(database: DatabaseSync) {
  const conversation = database.prepare('SELECT * FROM conversations WHERE id = ?')
  const framesOfAnswer = database.prepare(
    'SELECT frame FROM frames WHERE answer_id = ? ORDER BY seq',
  )
  const last = database.prepare(
    'SELECT * FROM answers WHERE conversation_id = ? ORDER BY number DESC LIMIT ?',
  )
  const byId = database.prepare('SELECT * FROM answers WHERE conversation_id = ? AND answer_id = ?')
  const byQuestion = database.prepare(
    'SELECT * FROM answers WHERE conversation_id = ? AND question_id = ?',
  )
  const whole = (row: Record<string, unknown>) =>
    answerOf(row, framesOfAnswer.all(String(row['answer_id'])))
  const one = (row: Record<string, unknown> | undefined) => row && whole(row)

  return {
    conversation: (id: string) => {
      const row = conversation.get(id)
      return row && conversationOf(row)
    },
    frames: database.prepare(
      'SELECT frame FROM frames WHERE conversation_id = ? AND seq > ? ORDER BY seq LIMIT ?',
    ),
    answers: (id: string, limit: number) => last.all(id, limit).map(whole).toReversed(),
    answer: (id: string, answerId: string) => one(byId.get(id, answerId)),
    answerTo: (id: string, questionId: string) => one(byQuestion.get(id, questionId)),
    unfinished: database.prepare(
      `SELECT DISTINCT conversation_id FROM answers
       WHERE outcome IS NULL AND written_until <= ?`,
    ),
  }
}

function prepareWrites(database: DatabaseSync, read: ReturnType<typeof prepareReads>) {
  const keep = database.prepare(
    `INSERT INTO answers (answer_id, conversation_id, question_id, asked_at, expires_at, question,
       writer, written_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const { refuseWhileWriting, refuseOthers } = answerFences(database)
  const prolong = database.prepare('UPDATE conversations SET expires_at = ? WHERE id = ?')
  const count = database.prepare('UPDATE conversations SET seq = ? WHERE id = ?')
  const add = database.prepare('INSERT INTO frames VALUES (?, ?, ?, ?)')
  const end = database.prepare('UPDATE answers SET outcome = ?, record = ? WHERE answer_id = ?')
  const found = (id: string) => {
    const conversation = read.conversation(id)
    if (conversation === undefined) throw new ConversationGone()
    return conversation
  }

  return {
    create: database.prepare(
      'INSERT INTO conversations (id, key_hash, created_at, expires_at) VALUES (?, ?, ?, ?)',
    ),
    ask: (id: string, answer: NewAnswer) => {
      found(id)
      const { answerId, questionId, askedAt, expiresAt, writer } = answer
      const before = read.answerTo(id, questionId)
      if (before !== undefined) return before
      refuseWhileWriting(id, askedAt)
      const writing = [writer?.id ?? null, writer?.until ?? '']
      keep.run(answerId, id, questionId, askedAt, expiresAt, questionText(answer), ...writing)
      prolong.run(expiresAt, id)
      return undefined
    },
    append: (id: string, entries: readonly TranscriptEntry[], writerId = '') => {
      let { seq } = found(id)
      for (const { frame, shown, record } of entries) {
        if (frame.seq !== seq + 1) throw new SeqTaken(frame.seq, seq)
        seq = frame.seq
        const { type, answerId } = frame
        if (type !== 'correction') refuseOthers(answerId, writerId)
        add.run(id, seq, answerId, storedFrame(frame, shown))
        if (type === 'done')
          end.run(frame.outcome, record ? JSON.stringify(record) : null, answerId)
      }
      count.run(seq, id)
    },
    feedback: database.prepare(
      'UPDATE answers SET feedback = ? WHERE conversation_id = ? AND answer_id = ?',
    ),
  }
}

function prepareDeletes(database: DatabaseSync) {
  const expireAnswers = database.prepare('DELETE FROM answers WHERE expires_at <= ?')
  const expire = database.prepare('DELETE FROM conversations WHERE expires_at <= ?')
  return {
    forget: database.prepare('DELETE FROM conversations WHERE id = ?'),
    purge: (now: string) => {
      const { changes } = expireAnswers.run(now)
      expire.run(now)
      return Number(changes)
    },
  }
}
