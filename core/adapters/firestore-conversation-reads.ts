import type {
  DocumentReference,
  Firestore,
  Query,
  QueryDocumentSnapshot,
} from '@google-cloud/firestore'
import * as z from 'zod'
import type { Conversation, StoredAnswer } from '#core/ports/conversation-store.ts'
import { parseTranscriptFrame, type TranscriptFrame } from '#core/protocol/chat/transcript.ts'
import {
  answerOf,
  AnswerRow,
  conversationOf,
  ConversationRow,
} from './firestore-conversation-rows.ts'
import { answer, queries, withoutMark } from './firestore-queries.ts'
import { TextRow, wholeText } from './firestore-text.ts'

const FrameRow = TextRow.extend({ seq: z.int(), expiresAt: z.string() })

/** What has not expired at the time that `now` says. */
export function prepareConversationReads(now: () => string) {
  const isKept = ({ expiresAt }: { readonly expiresAt: string }) => expiresAt > now()

  const answerOfRow = async (of: DocumentReference, id: string, row: AnswerRow) =>
    answerOf(
      id,
      row,
      await keptFrames((await queries.framesOfAnswer(of, row.answerId).get()).docs, isKept),
    )
  const answersIn = async (of: DocumentReference, id: string, query: Query) => {
    const rows = (await query.get()).docs.map((found) => AnswerRow.parse(found.data()))
    return Promise.all(rows.filter(isKept).map((row) => answerOfRow(of, id, row)))
  }
  const frames = async (
    of: DocumentReference,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<readonly TranscriptFrame[]> => {
    const { docs } = await queries.framesAfter(of, after).limit(limit).get()
    const found = (await keptFrames(docs, isKept)).map(parseTranscriptFrame)
    const last = docs.at(-1)
    if (found.length === docs.length || docs.length < limit || last === undefined) return found
    // Some have expired: the page is filled with later ones.
    const { seq } = FrameRow.parse(last.data())
    return [...found, ...(await frames(of, { after: seq, limit: limit - found.length }))]
  }

  return {
    frames,
    answerOfRow,
    conversation: async (of: DocumentReference, id: string): Promise<Conversation | undefined> => {
      const found = await of.get()
      if (!found.exists) return undefined
      const row = ConversationRow.parse(found.data())
      return isKept(row) ? conversationOf(id, row) : undefined
    },
    answers: async (of: DocumentReference, id: string, limit: number) =>
      (await answersIn(of, id, queries.lastAnswers(of).limit(limit))).toReversed(),
    answerTo: async (of: DocumentReference, id: string, questionId: string) =>
      (await answersIn(of, id, queries.answersToQuestion(of, questionId).limit(1)))[0],
    answer: async (
      of: DocumentReference,
      id: string,
      answerId: string,
    ): Promise<StoredAnswer | undefined> => {
      const found = await answer(of, answerId).get()
      if (!found.exists) return undefined
      const row = AnswerRow.parse(found.data())
      return isKept(row) ? answerOfRow(of, id, row) : undefined
    },
    unfinished: (firestore: Firestore, at: string) =>
      unfinished(queries.unfinishedAnswers(firestore, at), isKept),
  }
}

async function keptFrames(
  found: readonly QueryDocumentSnapshot[],
  isKept: (row: z.infer<typeof FrameRow>) => boolean,
): Promise<readonly unknown[]> {
  const rows = found.map((each) => ({ ref: each.ref, row: FrameRow.parse(each.data()) }))
  const kept = rows.filter(({ row }) => isKept(row)).toSorted((a, b) => a.row.seq - b.row.seq)
  const texts = await Promise.all(kept.map(({ ref, row }) => wholeText(ref, row)))
  return texts.map((text): unknown => JSON.parse(text))
}

async function unfinished(
  query: Query,
  isKept: (row: AnswerRow) => boolean,
): Promise<readonly string[]> {
  const { docs } = await query.get()
  const kept = docs.filter((found) => isKept(AnswerRow.parse(found.data())))
  const ids = kept.flatMap(({ ref }) => ref.parent.parent?.id ?? [])
  return [...new Set(ids.map(withoutMark))]
}
