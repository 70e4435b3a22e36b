import { setTimeout as sleep } from 'node:timers/promises'
import type { DocumentSnapshot, Firestore } from '@google-cloud/firestore'
import {
  type CollectionCounts,
  type GenerationInfo,
  RunRefused,
} from '#core/ports/document-store.ts'
import type { Bulk } from './firestore-bulk.ts'
import { changeTogether } from './firestore-change.ts'
import { countDocuments } from './firestore-counts.ts'
import type { FirestoreDatabase } from './firestore-database.ts'
import { generationOf, rowOf } from './firestore-generations.ts'
import { readHolders } from './firestore-holders.ts'
import { generation, generations, guard, holders, pointer, queries } from './firestore-queries.ts'
import { outdated, refuseOlder, refuseOtherCounts, refuseUnlessPublished } from './run-checks.ts'

/** A run that this process holds. */
export type HeldRun = {
  readonly runId: string
  readonly generation: number
  /** Its id among the holders. */
  readonly holder: string
  readonly leaseMs: number
}

/**
 * Publishes, in one commit, if all is true that must be: the run is still held, not published by another task, and none
 * newer is. What is no longer kept loses its generation there, and its documents later.
 */
export function flipPointer(
  { firestore }: FirestoreDatabase,
  run: HeldRun,
  at: Date,
): Promise<GenerationInfo> {
  return changeTogether(guard(firestore), async (found, batch) => {
    const published = await pointer(firestore).get()
    const stored = await queries.generationsInOrder(firestore).get()
    const infos = stored.docs.map((each) => generationOf(each.data()))
    const own = infos.find((info) => info.generation === run.generation)
    const current = published.exists ? generationOf(published.data()) : undefined
    // The answer to the commit may have been lost, and the client has tried again.
    const isDone = current?.runId === run.runId && published.get('holder') === run.holder
    if (isDone) return { result: current }
    await refuseUnlessHeld(firestore, run)
    refuseUnlessWritten(run.runId, own)
    refuseOlder(run.runId, run.generation, current?.generation)

    const info = { ...own, state: 'published', publishedAt: at.toISOString() } as const
    batch.set(pointer(firestore), { ...rowOf(info), holder: run.holder })
    batch.set(generation(firestore, run.generation), rowOf(info))
    for (const old of outdated(infos, run.generation, current?.generation)) {
      batch.delete(generation(firestore, old.generation))
    }
    return { result: info, guard: changed(found) }
  })
}

/** Has a generation that was published before read again, in one commit, if it is still there then. */
export function flipBack(
  database: FirestoreDatabase,
  number: number,
  expected: CollectionCounts,
): Promise<GenerationInfo> {
  const { firestore } = database
  return changeTogether(guard(firestore), async (found, batch) => {
    const stored = await generation(firestore, number).get()
    const info = stored.exists ? generationOf(stored.data()) : undefined
    refuseUnlessPublished(number, info)
    refuseOtherCounts(await countDocuments(database, number), expected)
    // No process holds what is published now: it was not written for this.
    batch.set(pointer(firestore), { ...rowOf(info), holder: null })
    return { result: info, guard: changed(found) }
  })
}

/** Another task may have published the run that this one still writes, or removed it. */
export function refuseUnlessWritten(
  runId: string,
  info: GenerationInfo | undefined,
): asserts info is GenerationInfo {
  if (info === undefined) throw new RunRefused(`Run ${runId} is not stored any more.`)
  if (info.state === 'published') {
    throw new RunRefused(`Run ${runId} is published: it is written no more.`)
  }
}

/** Deletes the documents of generations that are no more, when nobody reads them any longer. */
export async function removeDocuments(
  { firestore, ask }: FirestoreDatabase,
  bulk: Bulk,
  graceMs: number,
): Promise<void> {
  try {
    // In this order: a generation has its own document before it has others.
    const all = await ask(() => generations(firestore).listDocuments())
    const { docs } = await ask(() => queries.generationsInOrder(firestore).get())
    const left = all.filter((ref) => !docs.some(({ id }) => id === ref.id))
    if (left.length > 0) await sleep(graceMs)
    for (const ref of left) {
      // oxlint-disable-next-line no-await-in-loop -- each is thousands of deletions
      await bulk.deleteAll(ref)
    }
  } catch {
    // The season is published. What is left is seen by nobody, and by the next run here.
  }
}

/** Removes the run: what it wrote is deleted afterwards, by itself or by the next that publishes. */
export function removeRun({ firestore }: FirestoreDatabase, run: HeldRun): Promise<void> {
  return changeTogether(guard(firestore), async (found, batch) => {
    await refuseUnlessHeld(firestore, run)
    batch.delete(generation(firestore, run.generation))
    batch.delete(holders(firestore).doc(run.holder))
    return { result: undefined, guard: changed(found) }
  })
}

/** Lets the next one in; the last of several tasks leaves the run waiting. */
export function leaveRun({ firestore }: FirestoreDatabase, run: HeldRun): Promise<void> {
  const own = generation(firestore, run.generation)
  return changeTogether(guard(firestore), async (found, batch) => {
    const { alive } = await readHolders(firestore, run.leaseMs)
    const state: unknown = (await own.get()).get('state')
    const isHeld = alive.some(({ id }) => id === run.holder)
    if (!isHeld) return { result: undefined }
    const isLast = alive.every(({ id, runId }) => id === run.holder || runId !== run.runId)
    if (isLast && state === 'writing') batch.update(own, { state: 'waiting' })
    batch.delete(holders(firestore).doc(run.holder))
    return { result: undefined, guard: changed(found) }
  })
}

function changed(found: DocumentSnapshot) {
  return { changes: Number(found.get('changes') ?? 0) + 1 }
}

async function refuseUnlessHeld(firestore: Firestore, run: HeldRun): Promise<void> {
  const { alive } = await readHolders(firestore, run.leaseMs)
  if (alive.some(({ id }) => id === run.holder)) return
  throw new RunRefused(`Run ${run.runId} is held by another process by now.`)
}
