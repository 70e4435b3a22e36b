import {
  GenerationGone,
  RunInProgress,
  type DocumentReader,
  type DocumentStore,
} from '#core/ports/document-store.ts'
import { refuseOtherRunIds } from './run-checks.ts'
import { documentFile } from './sqlite-document-file.ts'
import { openSqliteFile } from './sqlite-file.ts'
import { allGenerations, findGeneration } from './sqlite-generations.ts'
import { holderOf, holdStore } from './sqlite-holding.ts'
import { createReader } from './sqlite-reader.ts'
import { activateGeneration, createRun } from './sqlite-run.ts'

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
        refuseOtherRunIds(request.runId)
        if (release !== undefined) throw new RunInProgress(holderOf(database))
        const holding = holdStore({ database, file, request, at: now() })
        release = () => {
          release = undefined
          holding.release()
        }
        const leave = () => {
          release = undefined
          holding.leave()
        }
        const { generation } = holding
        return createRun({ database, runId: request.runId, generation, now, release, leave })
      }),
    activate: (generation, expected) => activateGeneration(database, generation, expected),
    close: () =>
      Promise.try(() => {
        release?.()
        database.close()
      }),
  }
}
