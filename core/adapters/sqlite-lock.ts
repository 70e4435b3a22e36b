import { DatabaseSync } from 'node:sqlite'
import { isBusy } from './sqlite-file.ts'

export type Lock = { readonly release: () => void }

/**
 * Takes the lock of a store for one run, or returns undefined while another process holds it. It is a lock
 * of the operating system on a file beside the store, so it is free at once when its process dies, however
 * it dies; the file itself stays and means nothing.
 */
export function takeLock(storeFile: string): Lock | undefined {
  return locked(storeFile, 'BEGIN EXCLUSIVE', 0)
}

/**
 * Takes the lock together with whoever shares it; undefined while a process holds it alone. It waits a
 * moment, for who tries to take it alone stands in the way while he finds out that he cannot.
 */
export function shareLock(storeFile: string): Lock | undefined {
  return locked(storeFile, 'BEGIN; SELECT 1 FROM sqlite_schema', 1000)
}

function locked(storeFile: string, statements: string, timeout: number): Lock | undefined {
  const file = storeFile === ':memory:' ? storeFile : `${storeFile}.lock`
  const lock = new DatabaseSync(file, { timeout })
  try {
    lock.exec(statements)
    return { release: () => lock.close() }
  } catch (error) {
    lock.close()
    if (isBusy(error)) return undefined
    throw error
  }
}
