import type { DatabaseSync } from 'node:sqlite'
import {
  GenerationGone,
  RunInProgress,
  RunRefused,
  type DocumentReader,
  type DocumentStore,
  type RunRequest,
} from '#core/ports/document-store.ts'
import { documentFile } from './sqlite-document-file.ts'
import { openSqliteFile, transaction } from './sqlite-file.ts'
import {
  addGeneration,
  allGenerations,
  findGeneration,
  pointedAt,
  removeGeneration,
} from './sqlite-generations.ts'
import { takeLock } from './sqlite-lock.ts'
import { createReader } from './sqlite-reader.ts'
import { createRun } from './sqlite-run.ts'

const runName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

/** The embedded store: one SQLite file, or ':memory:'. Throws `StoreUnusable`. */
export function openSqliteDocumentStore(
  file: string,
  now: () => Date = () => new Date(),
): DocumentStore {
  const database = openSqliteFile(file, documentFile)
  const pointer = database.prepare('SELECT generation FROM pointer')
  let current: DocumentReader | undefined
  let release: (() => void) | undefined

  const open = (generation: number) => {
    const info = findGeneration(database, generation)
    if (info === undefined) throw new GenerationGone(generation)
    return createReader(database, info)
  }

  return {
    current: () =>
      Promise.try(() => {
        const generation = pointer.get()?.['generation']
        if (generation === undefined) return undefined
        if (current?.generation.generation !== generation) current = open(Number(generation))
        return current
      }),
    generations: () => Promise.try(() => allGenerations(database)),
    open: (generation) => Promise.try(() => open(generation)),
    beginRun: (request) =>
      Promise.try(() => {
        if (!runName.test(request.runId)) throw new RunRefused(`'${request.runId}' is no run id.`)
        const lock = release ? undefined : takeLock(file)
        if (lock === undefined) throw new RunInProgress(holderOf(database))
        release = () => {
          release = undefined
          lock.release()
        }
        try {
          const generation = transaction(database, () => enter(database, request, now()))
          return createRun({ database, runId: request.runId, generation, now, release })
        } catch (error) {
          release()
          throw error
        }
      }),
    close: () =>
      Promise.try(() => {
        release?.()
        database.close()
      }),
  }
}

function holderOf(database: DatabaseSync) {
  return allGenerations(database).find(({ state }) => state === 'writing')
}

/**
 * The generation of a run whose lock is held. So whoever else is still noted as writing has died.
 */
function enter(database: DatabaseSync, request: RunRequest, at: Date): number {
  const stored = allGenerations(database)
  for (const { generation, runId, state } of stored) {
    if (state === 'writing' && runId !== request.runId) removeGeneration(database, generation)
  }
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
