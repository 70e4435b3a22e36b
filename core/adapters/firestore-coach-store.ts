import type { DocumentData, Firestore, Query, WriteBatch } from '@google-cloud/firestore'
import * as z from 'zod'
import type { Coach, CoachStore } from '#core/ports/coach-store.ts'
import { AuditEntry } from '#core/protocol/review/insight-answers.ts'
import { createBulk } from './firestore-bulk.ts'
import { changeTogether } from './firestore-change.ts'
import { withExpiry } from './firestore-conversation-rows.ts'
import type { FirestoreDatabase } from './firestore-database.ts'
import { auditNotes, coaches, coachGuard, coachSessions, queries } from './firestore-queries.ts'

const CoachRow = z.object({
  id: z.string(),
  name: z.string(),
  keyHash: z.string(),
  createdAt: z.string(),
  revokedAt: z.string().nullable(),
})
const SessionRow = z.object({ coachId: z.string(), expiresAt: z.string() })
const NoteRow = z.object({ number: z.number(), entry: z.string() })

/** Coaches in the database of the conversations that they review. Whoever connected the database closes it. */
export function createFirestoreCoachStore(database: FirestoreDatabase): CoachStore {
  const { firestore, ask } = database
  const removeAll = async (query: Query) => {
    const { docs } = await ask(() => query.get())
    const bulk = createBulk(database)
    await bulk.write(docs.map(({ ref }) => ({ document: ref, bytes: 0 })))
    await bulk.close()
  }
  return {
    ...coachesIn(database),
    ...sessionsIn(database),
    ...auditIn(database),
    purge: async (now) => {
      await removeAll(queries.expiredSessions(firestore, now))
      await removeAll(queries.expiredNotes(firestore, now))
    },
    close: () => database.close(),
  }
}

function coachesIn({
  firestore,
  ask,
}: FirestoreDatabase): Pick<CoachStore, 'coaches' | 'add' | 'byKey' | 'replaceKey' | 'revoke'> {
  const change = (decide: (all: readonly Coach[], batch: WriteBatch) => Promise<boolean>) =>
    ask(() =>
      changeTogether(coachGuard(firestore), async (found, batch) => {
        const result = await decide(await allCoaches(firestore), batch)
        const changes = Number(found.get('changes') ?? 0) + 1
        return { result, ...(result && { guard: { changes } }) }
      }),
    )
  /** With the change, everybody who is signed in as this coach is signed out. */
  const changeOne = (
    coachId: string,
    isWanted: (coach: Coach) => boolean,
    data: { readonly keyHash?: string; readonly revokedAt: string | null },
  ) =>
    change(async (all, batch) => {
      const coach = all.find(({ id }) => id === coachId)
      if (coach === undefined || !isWanted(coach)) return false
      batch.update(coaches(firestore).doc(coachId), data)
      const { docs } = await queries.sessionsOfCoach(firestore, coachId).get()
      for (const { ref } of docs) batch.delete(ref)
      return true
    })
  return {
    coaches: () => ask(() => allCoaches(firestore)),
    byKey: (keyHash) =>
      ask(async () => {
        const [found] = (await queries.coachesWithKey(firestore, keyHash).limit(1).get()).docs
        return found && coachOf(found.data())
      }),
    add: (coach) =>
      change(async (all, batch) => {
        if (all.some((other) => isAlike(other, coach))) return await Promise.resolve(false)
        const row = { ...coach, revokedAt: coach.revokedAt ?? null }
        batch.create(coaches(firestore).doc(coach.id), row)
        return true
      }),
    revoke: (coachId, at) =>
      changeOne(coachId, ({ revokedAt }) => revokedAt === undefined, { revokedAt: at }),
    replaceKey: (coachId, keyHash) => changeOne(coachId, () => true, { keyHash, revokedAt: null }),
  }
}

function isAlike(one: Coach, other: Coach): boolean {
  const isSameName = one.name.toLowerCase() === other.name.toLowerCase()
  return isSameName || one.id === other.id || one.keyHash === other.keyHash
}

async function allCoaches(firestore: Firestore): Promise<readonly Coach[]> {
  const { docs } = await queries.coachesInOrder(firestore).get()
  return docs.map((found) => coachOf(found.data()))
}

function sessionsIn({
  firestore,
  ask,
}: FirestoreDatabase): Pick<CoachStore, 'openSession' | 'session' | 'endSession'> {
  const place = (hash: string) => coachSessions(firestore).doc(hash)
  return {
    openSession: ({ hash, ...row }) =>
      ask(async () => void (await place(hash).create(withExpiry(row)))),
    session: (hash, now) =>
      ask(async () => {
        const found = await place(hash).get()
        if (!found.exists) return undefined
        const { coachId, expiresAt } = SessionRow.parse(found.data())
        if (expiresAt <= now) return undefined
        const coach = await coaches(firestore).doc(coachId).get()
        if (!coach.exists) return undefined
        const signedIn = coachOf(coach.data())
        return signedIn.revokedAt === undefined ? { coach: signedIn, expiresAt } : undefined
      }),
    endSession: (hash) => ask(async () => void (await place(hash).delete())),
  }
}

function auditIn({ firestore, ask }: FirestoreDatabase): Pick<CoachStore, 'note' | 'audit'> {
  let last = 0
  /** Microseconds: of one process they grow, of several they are in order as their clocks are. */
  const nextNumber = () => {
    last = Math.max(last + 1, Math.floor((performance.timeOrigin + performance.now()) * 1000))
    return last
  }
  return {
    note: (entry, expiresAt) =>
      ask(async () => {
        const text = JSON.stringify(AuditEntry.parse(entry))
        const row = withExpiry({ number: nextNumber(), entry: text, expiresAt })
        await auditNotes(firestore).add(row)
      }),
    audit: ({ limit, after }) =>
      ask(async () => {
        const newest = queries.notesNewestFirst(firestore).limit(limit)
        const query = after === undefined ? newest : newest.startAfter(Number(after))
        const rows = (await query.get()).docs.map((found) => NoteRow.parse(found.data()))
        const final = rows.length === limit ? rows.at(-1) : undefined
        const entries = rows.map(({ entry }) => AuditEntry.parse(JSON.parse(entry)))
        return { entries, ...(final && { next: String(final.number) }) }
      }),
  }
}

function coachOf(row: DocumentData | undefined): Coach {
  const { revokedAt, ...coach } = CoachRow.parse(row)
  return { ...coach, ...(revokedAt !== null && { revokedAt }) }
}
