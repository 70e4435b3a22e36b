import {
  FieldPath,
  type CollectionReference,
  type DocumentReference,
  type Firestore,
  type Query,
} from '@google-cloud/firestore'
import type { Collection } from '#core/ports/document-store.ts'

// All places and queries of Firestore. The emulator answers queries that Google refuses for want of an index:
// firestore-queries.test.ts compares each of them with deploy/firestore.indexes.json.

/** The published season: what one transaction flips. */
export const pointer = (firestore: Firestore): DocumentReference => firestore.doc('store/pointer')
/** Changed with all that a run begins, publishes or ends; knows the last generation that was begun. */
export const guard = (firestore: Firestore): DocumentReference => firestore.doc('store/guard')
/** The processes that write a run now. */
export const holders = (firestore: Firestore): CollectionReference =>
  firestore.collection('holders')

export const generations = (firestore: Firestore): CollectionReference =>
  firestore.collection('generations')
export const generation = (firestore: Firestore, number: number): DocumentReference =>
  generations(firestore).doc(String(number))
/** Documents of a generation, and beside them the lines they came from and records of the run. */
export const documents = (
  firestore: Firestore,
  number: number,
  collection: Collection | 'source_lines' | 'records',
): CollectionReference => generation(firestore, number).collection(collection)

const conversations = (firestore: Firestore): CollectionReference =>
  firestore.collection('conversations')
export const conversation = (firestore: Firestore, id: string): DocumentReference =>
  conversations(firestore).doc(withMark(id))
const answers = (of: DocumentReference): CollectionReference => of.collection('answers')
export const answer = (of: DocumentReference, id: string): DocumentReference =>
  answers(of).doc(withMark(id))
export const frames = (of: DocumentReference): CollectionReference => of.collection('frames')

/** Reviews of answers: beside the conversations, for they are looked for in all of them. */
export const reviewEntries = (firestore: Firestore): CollectionReference =>
  firestore.collection('review_entries')
export const coaches = (firestore: Firestore): CollectionReference =>
  firestore.collection('coaches')
/** Changed with every change of a coach. */
export const coachGuard = (firestore: Firestore): DocumentReference =>
  firestore.doc('store/coach-guard')
export const coachSessions = (firestore: Firestore): CollectionReference =>
  firestore.collection('coach_sessions')
export const auditNotes = (firestore: Firestore): CollectionReference =>
  firestore.collection('audit_notes')

/** Clients make ids of their own, and Firestore keeps those like '__id__' to itself. */
const withMark = (id: string): string => `-${id}`
export const withoutMark = (id: string): string => id.slice(1)

/** Which documents, by their ids. */
export type IdRange = { readonly prefix?: string; readonly after?: string }

/** Which entries: all of these terms, and ids from the one, before the other. */
export type EntryRange = {
  readonly terms: readonly string[]
  readonly from?: string
  readonly before?: string
}

/** Every query of the stores, by what it finds. */
export const queries = {
  generationsInOrder: (firestore: Firestore): Query => generations(firestore).orderBy('generation'),
  inIdOrder: (collection: CollectionReference, range: IdRange): Query =>
    withIds(collection, range).orderBy(FieldPath.documentId()),
  withIds,
  framesAfter: (of: DocumentReference, after: number): Query =>
    frames(of).where('seq', '>', after).orderBy('seq'),
  framesOfAnswer: (of: DocumentReference, answerId: string): Query =>
    frames(of).where('answerId', '==', answerId),
  lastAnswers: (of: DocumentReference): Query => answers(of).orderBy('number', 'desc'),
  answersToQuestion: (of: DocumentReference, questionId: string): Query =>
    answers(of).where('questionId', '==', questionId),
  unfinishedAnswers: (firestore: Firestore, now: string): Query =>
    firestore
      .collectionGroup('answers')
      .where('outcome', '==', null)
      .where('writtenUntil', '<=', now),
  expiredAnswers: (firestore: Firestore, now: string): Query =>
    firestore.collectionGroup('answers').where('expiresAt', '<=', now),
  expiredConversations: (firestore: Firestore, now: string): Query =>
    conversations(firestore).where('expiresAt', '<=', now),
  unlistedAnswers: (firestore: Firestore): Query =>
    firestore.collectionGroup('answers').where('isUnlisted', '==', true),
  entryOfAnswer: (firestore: Firestore, answerId: string): Query =>
    reviewEntries(firestore).where('answerId', '==', answerId),
  entriesOfConversation: (firestore: Firestore, conversationId: string): Query =>
    reviewEntries(firestore).where('conversationId', '==', conversationId),
  entriesWithTerms,
  entriesInOrder: (firestore: Firestore, range: EntryRange, order: 'asc' | 'desc'): Query =>
    entriesWithTerms(firestore, range).orderBy(FieldPath.documentId(), order),
  coachesInOrder: (firestore: Firestore): Query => coaches(firestore).orderBy('createdAt'),
  coachesWithKey: (firestore: Firestore, keyHash: string): Query =>
    coaches(firestore).where('keyHash', '==', keyHash),
  sessionsOfCoach: (firestore: Firestore, coachId: string): Query =>
    coachSessions(firestore).where('coachId', '==', coachId),
  expiredSessions: (firestore: Firestore, now: string): Query =>
    coachSessions(firestore).where('expiresAt', '<=', now),
  notesNewestFirst: (firestore: Firestore): Query =>
    auditNotes(firestore).orderBy('number', 'desc'),
  expiredNotes: (firestore: Firestore, now: string): Query =>
    auditNotes(firestore).where('expiresAt', '<=', now),
}

/**
 * Each term is a field of its own, and what is asked of all of them is an equality: so Firestore joins its indexes of
 * single fields, whatever the terms are. Ids begin with the time, so that their order is wanted too.
 */
function entriesWithTerms(firestore: Firestore, { terms, from, before }: EntryRange): Query {
  const id = FieldPath.documentId()
  let found: Query = reviewEntries(firestore)
  for (const term of terms) found = found.where(new FieldPath('terms', term), '==', true)
  if (from !== undefined) found = found.where(id, '>=', from)
  return before === undefined ? found : found.where(id, '<', before)
}

/** Ids are ASCII, all before DEL. A cursor of somewhere before the prefix starts at the prefix. */
function withIds(collection: CollectionReference, { prefix = '', after = '' }: IdRange): Query {
  const id = FieldPath.documentId()
  let found: Query = collection
  if (after !== '' && after >= prefix) found = found.where(id, '>', after)
  else if (prefix !== '') found = found.where(id, '>=', prefix)
  return prefix === '' ? found : found.where(id, '<', `${prefix}\u007f`)
}
