import type {
  DocumentReference,
  QueryDocumentSnapshot,
  QuerySnapshot,
} from '@google-cloud/firestore'
import { AnswerRow } from './firestore-conversation-rows.ts'
import { type Bulk, createBulk } from './firestore-bulk.ts'
import { isNotFound } from './firestore-change.ts'
import type { FirestoreDatabase } from './firestore-database.ts'
import { queries, withoutMark } from './firestore-queries.ts'
import { partsOf, TextRow } from './firestore-text.ts'

const page = 200

/** What is deleted is gone at once for readers, and then document by document. */
export function prepareConversationDeletes(database: FirestoreDatabase) {
  const { firestore, ask } = database
  const withBulk = async <Result>(work: (bulk: Bulk) => Promise<Result>): Promise<Result> => {
    const bulk = createBulk(database)
    try {
      return await work(bulk)
    } finally {
      await bulk.close()
    }
  }
  const purgeAnswers = async (bulk: Bulk, at: string): Promise<number> => {
    const { docs } = await ask(() => queries.expiredAnswers(firestore, at).limit(page).get())
    const expired = await Promise.all(docs.map((found) => ask(() => framesBelow(found))))
    const entries = await Promise.all(docs.map(entriesOf))
    const all = [...entries.flat(), ...expired.flat(), ...docs.map(({ ref }) => ref)]
    await bulk.write(all.map((document) => ({ document, bytes: 0 })))
    return docs.length < page ? docs.length : docs.length + (await purgeAnswers(bulk, at))
  }
  const entriesOf = async (found: QueryDocumentSnapshot): Promise<DocumentReference[]> => {
    const { answerId } = AnswerRow.parse(found.data())
    return textsOf(await ask(() => queries.entryOfAnswer(firestore, answerId).get()))
  }
  /** Its reviews first: they lead to it. */
  const removeConversation = async (bulk: Bulk, of: DocumentReference): Promise<void> => {
    const id = withoutMark(of.id)
    const entries = await ask(() => queries.entriesOfConversation(firestore, id).get())
    await bulk.write(textsOf(entries).map((document) => ({ document, bytes: 0 })))
    await bulk.deleteAll(of)
  }
  const purgeConversations = async (bulk: Bulk, at: string): Promise<void> => {
    const { docs } = await ask(() => queries.expiredConversations(firestore, at).limit(page).get())
    await Promise.all(docs.map(({ ref }) => removeConversation(bulk, ref)))
    if (docs.length === page) await purgeConversations(bulk, at)
  }

  return {
    forget: async (of: DocumentReference): Promise<void> => {
      await ask(() => expire(of))
      await withBulk((bulk) => removeConversation(bulk, of))
    },
    purge: (at: string): Promise<number> =>
      withBulk(async (bulk) => {
        const answers = await purgeAnswers(bulk, at)
        await purgeConversations(bulk, at)
        return answers
      }),
  }
}

/** A conversation that has expired is read and written by nobody: a process that dies now leaves the rest to a purge. */
async function expire(of: DocumentReference): Promise<void> {
  try {
    await of.update({ expiresAt: '', changes: -1 })
  } catch (error) {
    if (!isNotFound(error)) throw error
  }
}

async function framesBelow(found: QueryDocumentSnapshot): Promise<DocumentReference[]> {
  const conversation = found.ref.parent.parent
  if (conversation === null) return []
  const { answerId } = AnswerRow.parse(found.data())
  return textsOf(await queries.framesOfAnswer(conversation, answerId).get())
}

function textsOf({ docs }: QuerySnapshot): DocumentReference[] {
  return docs.flatMap((found) => [found.ref, ...partsOf(found.ref, TextRow.parse(found.data()))])
}
