import { RunInProgress, RunRefused, type GenerationInfo } from '#core/ports/document-store.ts'
import { changeTogether } from './firestore-change.ts'
import type { FirestoreDatabase } from './firestore-database.ts'
import { generationOf, rowOf } from './firestore-generations.ts'
import { type HolderRow, readHolders } from './firestore-holders.ts'
import { generation, guard, holders, pointer, queries } from './firestore-queries.ts'

/** The generation of a run, held by this process from now on. Rejects with `RunInProgress`. */
export function enterRun(
  { firestore }: FirestoreDatabase,
  holder: { readonly id: string; readonly row: HolderRow },
  leaseMs: number,
): Promise<number> {
  const { runId, job, startedBy, startedAt } = holder.row
  return changeTogether(guard(firestore), async (last, batch) => {
    const { alive, dead } = await readHolders(firestore, leaseMs)
    const stored = await queries.generationsInOrder(firestore).get()
    const published = await pointer(firestore).get()
    const infos = stored.docs.map((found) => generationOf(found.data()))
    const other = alive.find(({ id, ...row }) => id !== holder.id && !isTogether(row, holder.row))
    if (other !== undefined) {
      throw new RunInProgress(infos.find((info) => info.runId === other.runId))
    }
    const same = infos.find((info) => info.runId === runId)
    if (same !== undefined) refuseOld(same, published.get('generation'))
    const begun = Number(last.get('lastGeneration') ?? 0)
    const number = same?.generation ?? begun + 1
    // Nobody else holds the store: whoever is still noted as writing has died.
    for (const info of infos) {
      const isLeft = info.state === 'writing' && info.runId !== runId
      if (isLeft) batch.delete(generation(firestore, info.generation))
    }
    // One that is alive after all has said so meanwhile.
    for (const { ref, updateTime } of dead) batch.delete(ref, { lastUpdateTime: updateTime })
    const info = { generation: number, runId, state: 'writing', job, startedBy, startedAt } as const
    batch.set(generation(firestore, number), rowOf(info))
    batch.set(holders(firestore).doc(holder.id), holder.row)
    const changes = Number(last.get('changes') ?? 0) + 1
    return { result: number, guard: { changes, lastGeneration: Math.max(begun, number) } }
  })
}

/** Tasks of one run write side by side, each its own tracks. */
function isTogether(holder: HolderRow, { runId, isShared }: HolderRow): boolean {
  return holder.runId === runId && holder.isShared && isShared
}

function refuseOld({ runId, state, generation: number }: GenerationInfo, published: unknown): void {
  if (state === 'published') {
    throw new RunRefused(`Run ${runId} is published and never written again.`)
  }
  if (typeof published === 'number' && number < published) {
    throw new RunRefused(`Run ${runId} is older than the published season.`)
  }
}
