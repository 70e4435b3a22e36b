import { createHash } from 'node:crypto'
import type { DocumentReference, QueryDocumentSnapshot } from '@google-cloud/firestore'
import {
  type AnswerPlace,
  type EntryPlace,
  type EntryQuery,
  type ReviewStore,
} from '#core/ports/review-store.ts'
import { ConversationGone } from '#core/ports/conversation-store.ts'
import { termsOf } from '#core/protocol/review/entry-terms.ts'
import { ReviewEntry } from '#core/protocol/review/review-entry.ts'
import { answerRow, conversationChanger } from './firestore-change-conversation.ts'
import { withExpiry } from './firestore-conversation-rows.ts'
import type { FirestoreDatabase } from './firestore-database.ts'
import { answer, conversation, queries, reviewEntries, withoutMark } from './firestore-queries.ts'
import { TextRow, textWrites, wholeText } from './firestore-text.ts'

/** Reviews in the database of their conversations. Whoever connected the database closes it. */
export function createFirestoreReviewStore(
  database: FirestoreDatabase,
  now: () => Date,
): ReviewStore {
  const { firestore, ask } = database
  const change = prepareChange(database, () => now().toISOString())
  const find = async (answerId: string) => {
    const [found] = (await queries.entryOfAnswer(firestore, answerId).limit(1).get()).docs
    return found && entryOf(found)
  }
  return {
    change: (place, make) => ask(() => change(place, make)),
    find: (answerId) => ask(() => find(answerId)),
    list: (query) =>
      ask(async () => {
        const { docs } = await listQuery(database, query).get()
        const entries = await Promise.all(docs.map(entryOf))
        const last = entries.length === query.limit ? entries.at(-1) : undefined
        return { entries, ...(last && { next: placeOf(last) }) }
      }),
    count: (term) =>
      ask(async () => {
        const query = queries.entriesWithTerms(firestore, { terms: [termField(term)] })
        return (await query.count().get()).data().count
      }),
    unlisted: (limit) =>
      ask(async () => {
        const { docs } = await queries.unlistedAnswers(firestore).limit(limit).get()
        return docs.map(({ id, ref }) => ({
          answerId: withoutMark(id),
          conversationId: withoutMark(ref.parent.parent?.id ?? ''),
        }))
      }),
    close: () => database.close(),
  }
}

/** One change at a time: the conversation's own document guards its reviews too, so that nothing forgotten comes back. */
function prepareChange({ firestore }: FirestoreDatabase, now: () => string) {
  const changeConversation = conversationChanger(now)
  return async (
    { answerId, conversationId }: AnswerPlace,
    make: Parameters<ReviewStore['change']>[1],
  ): Promise<ReviewEntry | undefined> => {
    const of = conversation(firestore, conversationId)
    try {
      return await changeConversation<ReviewEntry | undefined>(of, async (_, batch) => {
        if ((await answerRow(of, answerId)) === undefined) return { result: undefined }
        const [found] = (await queries.entryOfAnswer(firestore, answerId).limit(1).get()).docs
        const made = make(found && (await entryOf(found)))
        if (made === undefined) return { result: undefined }
        const entry = ReviewEntry.parse(made)
        const document = found?.ref ?? reviewEntries(firestore).doc(entryId(entry))
        for (const { document: at, data = {} } of writesOf(document, entry)) batch.set(at, data)
        batch.update(answer(of, answerId), { isUnlisted: false })
        return { result: entry, change: {} }
      })
    } catch (error) {
      if (error instanceof ConversationGone) return undefined
      throw error
    }
  }
}

function writesOf(document: DocumentReference, entry: ReviewEntry) {
  const { answerId, conversationId, expiresAt } = entry
  const terms = Object.fromEntries(termsOf(entry).map((term) => [termField(term), true]))
  const beside = withExpiry({ answerId, conversationId, expiresAt })
  const [first, ...parts] = textWrites(document, JSON.stringify(entry), beside)
  return first === undefined ? [] : [{ ...first, data: { ...first.data, terms } }, ...parts]
}

function listQuery({ firestore }: FirestoreDatabase, query: EntryQuery) {
  const { terms, from, before, order, after, limit } = query
  const range = {
    terms: terms.map(termField),
    ...(from !== undefined && { from: isoTime(from) }),
    ...(before !== undefined && { before: isoTime(before) }),
  }
  const direction = order === 'oldest' ? 'asc' : 'desc'
  const found = queries.entriesInOrder(firestore, range, direction).limit(limit)
  return after === undefined ? found : found.startAfter(entryId(after))
}

/** In the order of time. */
function entryId({ askedAt, answerId }: EntryPlace): string {
  return `${isoTime(askedAt)}_${answerId}`
}

/** Of one length, in UTC: their order is that of their letters. */
function isoTime(text: string): string {
  return new Date(text).toISOString()
}

/** No word of a driver becomes the name of a field. */
function termField(term: string): string {
  return `t${createHash('sha256').update(term).digest('hex').slice(0, 16)}`
}

async function entryOf(found: QueryDocumentSnapshot): Promise<ReviewEntry> {
  const text = await wholeText(found.ref, TextRow.parse(found.data()))
  return ReviewEntry.parse(JSON.parse(text))
}

function placeOf({ askedAt, answerId }: ReviewEntry): EntryPlace {
  return { askedAt, answerId }
}
