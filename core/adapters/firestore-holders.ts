import type { DocumentReference, DocumentSnapshot, Firestore } from '@google-cloud/firestore'
import * as z from 'zod'
import { RunRefused, type RunRequest } from '#core/ports/document-store.ts'
import { isNotFound } from './firestore-change.ts'
import type { FirestoreDatabase } from './firestore-database.ts'
import { holders } from './firestore-queries.ts'

/** A process that writes a run, and says so again and again: one that no longer does has died. */
export const HolderRow = z.object({
  runId: z.string(),
  job: z.string(),
  startedBy: z.string(),
  startedAt: z.string(),
  isShared: z.boolean(),
  beats: z.int(),
})
export type HolderRow = z.infer<typeof HolderRow>

export function holderRow(request: RunRequest, at: Date): HolderRow {
  const { runId, job, startedBy, isShared = false } = request
  return { runId, job, startedBy, startedAt: at.toISOString(), isShared, beats: 0 }
}

/** Both times are Firestore's own, so that clocks of machines need not agree. */
function isAlive(found: DocumentSnapshot, leaseMs: number): boolean {
  const { readTime, updateTime } = found
  return updateTime !== undefined && readTime.toMillis() - updateTime.toMillis() < leaseMs
}

export async function readHolders(firestore: Firestore, leaseMs: number) {
  const { docs } = await holders(firestore).get()
  const alive = docs.filter((each) => isAlive(each, leaseMs))
  return {
    alive: alive.map((each) => ({ id: each.id, ...HolderRow.parse(each.data()) })),
    dead: docs.filter((each) => !alive.includes(each)),
  }
}

export type Lease = {
  /** Rejects with `RunRefused` where another process holds the store by now. */
  check(): Promise<void>
  stop(): void
}

/** Keeps its place among the holders while the process lives. */
export function keepLease(
  { firestore, ask }: FirestoreDatabase,
  { id, runId }: { readonly id: string; readonly runId: string },
  leaseMs: number,
): Lease {
  const document = holders(firestore).doc(id)
  let beats = 0
  let beatenAtMs = performance.now()
  /** Whether the place is still there: who finds this process dead takes it away. */
  const beat = async (): Promise<boolean> => {
    const sentAtMs = performance.now()
    beats += 1
    const isHeld = await ask(() => isUpdated(document, { beats }))
    if (isHeld) beatenAtMs = sentAtMs
    return isHeld
  }
  // One that fails is made good by the next.
  const beating = setInterval(() => void beat().catch(() => undefined), leaseMs / 3)
  beating.unref()
  return {
    check: async () => {
      if (performance.now() - beatenAtMs < leaseMs || (await beat())) return
      throw new RunRefused(
        `Run ${runId} said nothing for so long that another one has begun. Start it again.`,
      )
    },
    stop: () => clearInterval(beating),
  }
}

async function isUpdated(document: DocumentReference, data: { beats: number }): Promise<boolean> {
  try {
    await document.update(data)
    return true
  } catch (error) {
    if (isNotFound(error)) return false
    throw error
  }
}
