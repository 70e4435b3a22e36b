import type { DocumentReference, WriteBatch } from '@google-cloud/firestore'
import {
  AnswerRunning,
  AnswerTaken,
  type NewAnswer,
  SeqTaken,
  type TranscriptEntry,
} from '#core/ports/conversation-store.ts'
import { type Feedback, storedFrame } from '#core/protocol/chat/transcript.ts'
import { isNotFound } from './firestore-change.ts'
import { answerRow, answerRowTo, type ChangeConversation } from './firestore-change-conversation.ts'
import {
  type AnswerRow,
  type ConversationRow,
  newAnswerRow,
  withExpiry,
} from './firestore-conversation-rows.ts'
import { answer, frames } from './firestore-queries.ts'
import { textWrites } from './firestore-text.ts'

/** Frames of one commit: Firestore takes 10 MiB and the emulator 4. */
const mostFrames = 100
const mostUnits = 1_000_000

/** What makes a transcript grow, each in one commit that the conversation's own document guards. */
export function prepareConversationWrites(changeConversation: ChangeConversation) {
  return {
    ask: (of: DocumentReference, asked: NewAnswer): Promise<AnswerRow | undefined> =>
      changeConversation(of, async (row, batch) => {
        const before = await answerRowTo(of, asked.questionId)
        if (before !== undefined) return { result: before }
        await refuseWhileWriting(of, row, asked.askedAt)
        const number = row.asked + 1
        const { answerId, expiresAt } = asked
        batch.create(answer(of, answerId), withExpiry(newAnswerRow(asked, number)))
        return { result: undefined, change: { asked: number, running: answerId, expiresAt } }
      }),

    append: async (
      of: DocumentReference,
      entries: readonly TranscriptEntry[],
      writerId = '',
    ): Promise<void> => {
      refuseGaps(entries)
      for (const some of portions(entries)) {
        // oxlint-disable-next-line no-await-in-loop -- each follows on from the one before
        await changeConversation(of, async (row, batch) => {
          await addFrames({ of, row, batch, writerId }, some)
          return { result: undefined, change: { seq: row.seq + some.length } }
        })
      }
    },

    giveFeedback: async (of: DocumentReference, feedback: Feedback): Promise<boolean> => {
      try {
        await of.update({ feedback: JSON.stringify(feedback) })
        return true
      } catch (error) {
        if (isNotFound(error)) return false
        throw error
      }
    },
  }
}

async function refuseWhileWriting(
  of: DocumentReference,
  { running }: ConversationRow,
  at: string,
): Promise<void> {
  const row = running === null ? undefined : await answerRow(of, running)
  if (row?.outcome === null && row.writtenUntil > at) throw new AnswerRunning()
}

type Adding = {
  readonly of: DocumentReference
  readonly row: ConversationRow
  readonly batch: WriteBatch
  readonly writerId: string
}

async function addFrames(
  { of, row, batch, writerId }: Adding,
  entries: readonly TranscriptEntry[],
): Promise<void> {
  const first = entries[0]?.frame.seq ?? 0
  if (first !== row.seq + 1) throw new SeqTaken(first, row.seq)
  const ids = [...new Set(entries.map(({ frame }) => frame.answerId))]
  const rows = new Map(
    await Promise.all(ids.map(async (id) => [id, await answerRow(of, id)] as const)),
  )
  for (const { frame, shown, record } of entries) {
    const { type, answerId, seq } = frame
    const stored = rows.get(answerId)
    const isTheirs =
      stored?.outcome === null && (stored.writer === null || stored.writer === writerId)
    if (stored === undefined || (type !== 'correction' && !isTheirs))
      throw new AnswerTaken(answerId)
    const beside = withExpiry({ seq, answerId, expiresAt: stored.expiresAt })
    const writes = textWrites(frames(of).doc(String(seq)), storedFrame(frame, shown), beside)
    for (const { document, data = {} } of writes) batch.create(document, data)
    if (type !== 'done') continue
    const { outcome } = frame
    batch.update(answer(of, answerId), {
      outcome,
      isUnlisted: true,
      record: record === undefined ? null : JSON.stringify(record),
    })
    rows.set(answerId, { ...stored, outcome })
  }
}

function refuseGaps(entries: readonly TranscriptEntry[]): void {
  for (const [index, { frame }] of entries.entries()) {
    const before = entries[index - 1]?.frame.seq
    if (before !== undefined && frame.seq !== before + 1) throw new SeqTaken(frame.seq, before)
  }
}

/** As many frames at a time as a commit takes. */
function portions(entries: readonly TranscriptEntry[]): TranscriptEntry[][] {
  const found: TranscriptEntry[][] = []
  let units = 0
  for (const entry of entries) {
    const { length } = storedFrame(entry.frame, entry.shown)
    const last = found.at(-1)
    if (last === undefined || last.length === mostFrames || units + length > mostUnits) {
      found.push([entry])
      units = length
    } else {
      last.push(entry)
      units += length
    }
  }
  return found
}
