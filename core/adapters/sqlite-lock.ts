import { DatabaseSync } from 'node:sqlite'
import { isBusy } from './sqlite-file.ts'

/**
 * Takes the lock of a store for one run, or returns undefined while another process holds it. It is a lock
 * of the operating system on a file beside the store, so it is free at once when its process dies, however
 * it dies; the file itself stays and means nothing.
 */
export function takeLock(storeFile: string): { release: () => void } | undefined {
  const file = storeFile === ':memory:' ? storeFile : `${storeFile}.lock`
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return { release: () => lock.close() }
  } catch (error) {
    lock.close()
    if (isBusy(error)) return undefined
    throw error
  }
}
