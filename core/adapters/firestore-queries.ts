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

export const conversations = (firestore: Firestore): CollectionReference =>
  firestore.collection('conversations')
export const conversation = (firestore: Firestore, id: string): DocumentReference =>
  conversations(firestore).doc(withMark(id))
export const answers = (of: DocumentReference): CollectionReference => of.collection('answers')
export const answer = (of: DocumentReference, id: string): DocumentReference =>
  answers(of).doc(withMark(id))
export const frames = (of: DocumentReference): CollectionReference => of.collection('frames')

/** Clients make ids of their own, and Firestore keeps those like '__id__' to itself. */
const withMark = (id: string): string => `-${id}`
export const withoutMark = (id: string): string => id.slice(1)

/** Which documents, by their ids. */
export type IdRange = { readonly prefix?: string; readonly after?: string }

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
}

/** Ids are ASCII, all before DEL. A cursor of somewhere before the prefix starts at the prefix. */
function withIds(collection: CollectionReference, { prefix = '', after = '' }: IdRange): Query {
  const id = FieldPath.documentId()
  let found: Query = collection
  if (after !== '' && after >= prefix) found = found.where(id, '>', after)
  else if (prefix !== '') found = found.where(id, '>=', prefix)
  return prefix === '' ? found : found.where(id, '<', `${prefix}\u007f`)
}
