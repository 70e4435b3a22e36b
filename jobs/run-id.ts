import { newestUnpublished, type DocumentStore } from '#core/ports/document-store.ts'
import { type RunCommand, WrongUsage } from './command.ts'
import type { Task } from './task.ts'

type Asked = {
  readonly command: RunCommand & { readonly task: Task | undefined }
  /** What Cloud Run calls all tasks of one start, and all their tries. */
  readonly execution: string | undefined
  readonly newId: () => string
}

/**
 * The run named, else for a season the execution that its tasks belong to, else for a job alone the newest
 * unpublished one, else a new one. Every task and every try of a task gets the same.
 */
export async function runIdOf(asked: Asked, store: DocumentStore): Promise<string> {
  const { command, execution, newId } = asked
  const { task } = command
  if (command.run !== undefined) return command.run
  if (command.type === 'season') {
    if (execution !== undefined) return execution
    if (task !== undefined) throw new WrongUsage('Tasks share one run: name it with --run.')
    return newId()
  }
  if (task !== undefined) throw new WrongUsage('Tasks share one run: name it with --run.')
  const newest = newestUnpublished(await store.generations())
  if (newest !== undefined) return newest.runId
  if (command.job === 'publish') throw new WrongUsage('There is no unpublished run to publish.')
  return newId()
}
