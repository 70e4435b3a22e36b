import type { SqliteKind } from './sqlite-file.ts'

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
`

/** The documents of seasons. Older stores are not migrated but computed anew. */
export const documentFile: SqliteKind = {
  applicationId: 0x4b_4c_61_70, // 'KLap'
  version: 1,
  settings,
  schema,
  whatToDo: 'move or delete the file, then run `npm run season` again.',
}
