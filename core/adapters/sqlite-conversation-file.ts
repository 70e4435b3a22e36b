import { join, parse } from 'node:path'
import type { SqliteKind } from './sqlite-file.ts'
import { reviewCounts, reviewSchema } from './sqlite-review-schema.ts'

// What was forgotten is overwritten in the file, not only unlinked.
const settings = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON;
`

// The scope and the facts of an answer are in its frames. Times are ISO texts.
const schema = `
  CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    key_hash TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    seq INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID;
  CREATE INDEX conversations_by_expiry ON conversations (expires_at);
  CREATE TABLE answers (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    answer_id TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE,
    question_id TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    question TEXT NOT NULL,
    outcome TEXT,
    record TEXT,
    feedback TEXT,
    UNIQUE (conversation_id, question_id)
  );
  CREATE INDEX answers_by_expiry ON answers (expires_at);
  CREATE INDEX answers_unfinished ON answers (conversation_id) WHERE outcome IS NULL;
  CREATE TABLE frames (
    conversation_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    answer_id TEXT NOT NULL REFERENCES answers (answer_id) ON DELETE CASCADE,
    frame TEXT NOT NULL,
    PRIMARY KEY (conversation_id, seq)
  ) WITHOUT ROWID;
  CREATE INDEX frames_by_answer ON frames (answer_id, seq);
`

// Who writes an answer, and whether its driver wants it ended.
const writers = `
  ALTER TABLE answers ADD COLUMN writer TEXT;
  ALTER TABLE answers ADD COLUMN written_until TEXT NOT NULL DEFAULT '';
  ALTER TABLE answers ADD COLUMN stop_asked INTEGER NOT NULL DEFAULT 0;
`

/** Conversations are in a file of their own: a new season, or a deleted one, never touches them. */
export const conversationFile: SqliteKind = {
  applicationId: 0x4b_4c_43_6f, // 'KLCo'
  version: 4,
  settings,
  schema: schema + reviewSchema + writers + reviewCounts,
  upgrades: { 1: reviewSchema, 2: writers, 3: reviewCounts },
  whatToDo: 'move the file away: conversations then begin anew.',
}

/** './data/kaizenlap.db' → './data/kaizenlap-conversations.db' */
export function conversationsBeside(storeFile: string): string {
  if (storeFile === ':memory:') return storeFile
  const { dir, name, ext } = parse(storeFile)
  return join(dir, `${name}-conversations${ext}`)
}
