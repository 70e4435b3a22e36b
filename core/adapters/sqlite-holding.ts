import type { DatabaseSync } from 'node:sqlite'
import { RunInProgress, RunRefused, type RunRequest } from '#core/ports/document-store.ts'
import { transaction } from './sqlite-file.ts'
import {
  addGeneration,
  allGenerations,
  markWaiting,
  pointedAt,
  removeGeneration,
} from './sqlite-generations.ts'
import { shareLock, takeLock } from './sqlite-lock.ts'

type Wanted = {
  readonly database: DatabaseSync
  readonly file: string
  readonly request: RunRequest
  readonly at: Date
}

/** A run that this process may write. */
type Holding = {
  readonly generation: number
  /** Lets the next run in. */
  readonly release: () => void
  /** The same, and leaves the run waiting where nobody else is at work on it. */
  readonly leave: () => void
}

/** Holds the store for a run, alone or with other tasks of the same run; throws `RunInProgress`. */
export function holdStore(wanted: Wanted): Holding {
  return wanted.request.isShared === true ? holdTogether(wanted) : holdAlone(wanted)
}

/** The run that another process is at work on. */
export function holderOf(database: DatabaseSync) {
  return allGenerations(database).find(({ state }) => state === 'writing')
}

function holdAlone(wanted: Wanted): Holding {
  const { database, file } = wanted
  const lock = takeLock(file)
  if (lock === undefined) throw new RunInProgress(holderOf(database))
  try {
    const generation = transaction(database, () => {
      removeDead(database, wanted.request)
      return enter(wanted)
    })
    const leave = () => {
      markWaiting(database, generation)
      lock.release()
    }
    return { generation, release: lock.release, leave }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Tasks come and go one by one, each in a transaction of the store. */
function holdTogether(wanted: Wanted): Holding {
  const { database, file } = wanted
  const { generation, lock } = transaction(database, () => enterTogether(wanted))
  const leave = () =>
    transaction(database, () => {
      lock.release()
      const alone = takeLock(file)
      if (alone === undefined) return
      markWaiting(database, generation)
      alone.release()
    })
  return { generation, release: lock.release, leave }
}

function enterTogether(wanted: Wanted) {
  const { database, file, request } = wanted
  const alone = takeLock(file)
  if (alone !== undefined) {
    removeDead(database, request)
    alone.release()
  }
  const lock = shareLock(file)
  const holder = holderOf(database)
  if (lock === undefined) throw new RunInProgress(holder)
  try {
    if (holder !== undefined && holder.runId !== request.runId) throw new RunInProgress(holder)
    return { generation: enter(wanted), lock }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The lock is held alone, so whoever else is still noted as writing has died. */
function removeDead(database: DatabaseSync, { runId }: RunRequest): void {
  for (const other of allGenerations(database)) {
    if (other.state === 'writing' && other.runId !== runId)
      removeGeneration(database, other.generation)
  }
}

/** The generation of a run, begun or gone on with. */
function enter({ database, request, at }: Wanted): number {
  const stored = allGenerations(database)
  const same = stored.find(({ runId }) => runId === request.runId)
  if (same === undefined) return addGeneration(database, request, at)
  if (same.state === 'published') {
    throw new RunRefused(`Run ${request.runId} is published and never written again.`)
  }
  if (same.generation < (pointedAt(database) ?? 0)) {
    throw new RunRefused(`Run ${request.runId} is older than the published season.`)
  }
  database
    .prepare(
      `UPDATE generations SET state = 'writing', job = ?, started_by = ?, started_at = ?
       WHERE generation = ?`,
    )
    .run(request.job, request.startedBy, at.toISOString(), same.generation)
  return same.generation
}
