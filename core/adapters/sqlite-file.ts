import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreUnusable } from '#core/ports/document-store.ts'

/** Raised with every change of the tables below: older stores are not migrated but computed anew. */
const schemaVersion = 1

/** 'KLap' in the header of the file: tells our stores from other SQLite files. */
const applicationId = 0x4b_4c_61_70

// Documents are some hundred to some thousand bytes: measured with 1.2 kB, pages of 16 KiB are written
// and read a third quicker than those of 4 KiB, and a document seldom spans two.
const settings = `
  PRAGMA page_size = 16384;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA foreign_keys = OFF;
  PRAGMA cache_size = -16384;
`

// Each generation has tables of its own (see sqlite-generations.ts): removing it is one quick DROP.
const schema = `
  CREATE TABLE generations (
    generation INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    job TEXT NOT NULL,
    started_by TEXT NOT NULL,
    started_at TEXT NOT NULL,
    published_at TEXT
  );
  CREATE TABLE pointer (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), generation INTEGER NOT NULL);
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${schemaVersion};
`

/** Opens the file, made with its folder when missing; throws `StoreUnusable` when it holds anything else. */
export function openSqliteFile(file: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    database = new DatabaseSync(file, { timeout: 10_000, enableForeignKeyConstraints: false })
    prepareSchema(database, file)
    return database
  } catch (error) {
    database?.close()
    if (error instanceof StoreUnusable) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreUnusable(
      `The store ${file} cannot be opened: ${reason}. ` +
        `If it is no store of KaizenLap, or damaged, ${whatToDo}`,
      { cause: error },
    )
  }
}

const whatToDo = 'move or delete the file, then run `npm run season` again.'

function prepareSchema(database: DatabaseSync, file: string): void {
  if (isEmpty(database)) {
    // Another process may make the same store at this moment.
    patiently(() => database.exec(settings))
    transaction(database, () => {
      if (isEmpty(database)) database.exec(schema)
    })
  }
  if (pragma(database, 'application_id') !== applicationId) {
    throw new StoreUnusable(
      `The file ${file} is a database, but no store of KaizenLap. Name another file, or ${whatToDo}`,
    )
  }
  const found = pragma(database, 'user_version')
  if (found !== schemaVersion) {
    const age = Number(found) < schemaVersion ? 'an older' : 'a newer'
    throw new StoreUnusable(
      `The store ${file} was written by ${age} version of KaizenLap ` +
        `(schema ${String(found)}, this version reads ${schemaVersion}). To use this version, ${whatToDo}`,
    )
  }
  // Only now: they would change a file that is not ours.
  database.exec(settings)
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
