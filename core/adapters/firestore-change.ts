import { setTimeout as sleep } from 'node:timers/promises'
import type { DocumentReference, DocumentSnapshot, WriteBatch } from '@google-cloud/firestore'

/** What to write into the guard, and with it all that is in the batch; without it nothing is written. */
type Decision<Result> = {
  readonly result: Result
  readonly guard?: Readonly<Record<string, unknown>>
}

/**
 * Changes several documents in one commit, which is refused when the guard has changed since it was read: then it is
 * all decided again. Whoever changes one of the documents changes the guard with it.
 *
 * Firestore's own transactions lock what they read. A process that dies in one holds up all others until its locks are
 * released after 20 s or more; here it leaves nothing.
 */
export async function changeTogether<Result>(
  guard: DocumentReference,
  decide: (found: DocumentSnapshot, batch: WriteBatch) => Promise<Decision<Result>>,
  attempts = 20,
): Promise<Result> {
  const found = await guard.get()
  const batch = guard.firestore.batch()
  const decision = await decide(found, batch)
  if (decision.guard === undefined) return decision.result
  const { updateTime } = found
  if (updateTime === undefined) batch.create(guard, decision.guard)
  else batch.update(guard, decision.guard, { lastUpdateTime: updateTime })
  try {
    await batch.commit()
    return decision.result
  } catch (error) {
    if (attempts === 1 || !isConflict(error)) throw error
  }
  await sleep(10 + Math.random() * 100)
  return changeTogether(guard, decide, attempts - 1)
}

/** Of gRPC: not found, exists already, failed precondition, aborted. */
const conflicts = new Set<unknown>([5, 6, 9, 10])

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && conflicts.has(error.code)
}

export function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 5
}
