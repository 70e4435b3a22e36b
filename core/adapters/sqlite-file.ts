import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreUnusable } from '#core/ports/document-store.ts'

/** What a file of ours holds, and what a person can do when it holds something else. */
export type SqliteKind = {
  /** In the header of the file: tells it from other SQLite files. */
  readonly applicationId: number
  /** Raised with every change of the tables: a file of another version is refused. */
  readonly version: number
  /** Set at each opening. */
  readonly settings: string
  /** Makes the tables of a new file. */
  readonly schema: string
  /** What makes tables of an older version those of the next one, by the older version. */
  readonly upgrades?: Readonly<Record<number, string>>
  /** 'move or delete the file, then …' */
  readonly whatToDo: string
}

/** Opens the file, made with its folder when missing; throws `StoreUnusable` when it holds anything else. */
export function openSqliteFile(file: string, kind: SqliteKind): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    database = new DatabaseSync(file, { timeout: 10_000, enableForeignKeyConstraints: false })
    prepareSchema(database, file, kind)
    return database
  } catch (error) {
    database?.close()
    if (error instanceof StoreUnusable) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreUnusable(
      `The store ${file} cannot be opened: ${reason}. ` +
        `If it is no store of KaizenLap, or damaged, ${kind.whatToDo}`,
      { cause: error },
    )
  }
}

function prepareSchema(database: DatabaseSync, file: string, kind: SqliteKind): void {
  if (isEmpty(database)) {
    // Another process may make the same store at this moment.
    patiently(() => database.exec(kind.settings))
    transaction(database, () => {
      if (isEmpty(database)) createTables(database, kind)
    })
  }
  if (pragma(database, 'application_id') !== kind.applicationId) {
    throw new StoreUnusable(
      `The file ${file} is a database, but no store of KaizenLap. Name another file, or ${kind.whatToDo}`,
    )
  }
  upgrade(database, kind)
  const found = pragma(database, 'user_version')
  if (found !== kind.version) {
    const age = Number(found) < kind.version ? 'an older' : 'a newer'
    throw new StoreUnusable(
      `The store ${file} was written by ${age} version of KaizenLap ` +
        `(schema ${String(found)}, this version reads ${kind.version}). To use this version, ${kind.whatToDo}`,
    )
  }
  // Only now: they would change a file that is not ours.
  database.exec(kind.settings)
}

function createTables(database: DatabaseSync, kind: SqliteKind): void {
  database.exec(kind.schema)
  database.exec(`PRAGMA application_id = ${kind.applicationId}`)
  database.exec(`PRAGMA user_version = ${kind.version}`)
}

/** One version after the other, as far as there are upgrades; nothing of what is stored is lost. */
function upgrade(database: DatabaseSync, kind: SqliteKind): void {
  const upgradeOfNow = () => kind.upgrades?.[Number(pragma(database, 'user_version'))]
  while (upgradeOfNow() !== undefined) {
    transaction(database, () => {
      // Another process may have done it while this one waited.
      const change = upgradeOfNow()
      if (change === undefined) return
      database.exec(change)
      database.exec(`PRAGMA user_version = ${Number(pragma(database, 'user_version')) + 1}`)
    })
  }
}

/** Waits for other processes where SQLite itself does not: the change to WAL fails at once. */
function patiently(work: () => void, attempts = 100): void {
  try {
    work()
  } catch (error) {
    if (!isBusy(error) || attempts === 1) throw error
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    patiently(work, attempts - 1)
  }
}

/** Another connection holds what is asked for: SQLITE_BUSY, the low byte of its finer codes. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return false
  return typeof error.errcode === 'number' && error.errcode % 256 === 5
}

function isEmpty(database: DatabaseSync): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
}

function pragma(database: DatabaseSync, name: string) {
  return database.prepare(`PRAGMA ${name}`).get()?.[name]
}

/** All of what `work` writes, or, when it throws, none of it. */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // SQLite has already rolled back after some errors, such as a full disk.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
