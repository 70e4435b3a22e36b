import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { AuditEntry } from '#core/protocol/review/insight-answers.ts'
import type { Coach, CoachStore } from '#core/ports/coach-store.ts'
import { conversationFile } from './sqlite-conversation-file.ts'
import { openSqliteFile, transaction } from './sqlite-file.ts'

const CoachRow = z.object({
  id: z.string(),
  name: z.string(),
  key_hash: z.string(),
  created_at: z.string(),
  revoked_at: z.string().nullable(),
})
const AuditRow = z.object({ number: z.int(), entry: z.string() })

/** Coaches in the file of the conversations that they review. Throws `StoreUnusable`. */
export function openSqliteCoachStore(file: string): CoachStore {
  const database = openSqliteFile(file, conversationFile)
  return {
    ...coachesIn(database),
    ...sessionsIn(database),
    ...auditIn(database),
    purge: (now) =>
      Promise.try(() =>
        transaction(database, () => {
          database.prepare('DELETE FROM coach_sessions WHERE expires_at <= ?').run(now)
          database.prepare('DELETE FROM audit WHERE expires_at <= ?').run(now)
        }),
      ),
    close: () => Promise.try(() => database.close()),
  }
}

function coachesIn(
  database: DatabaseSync,
): Pick<CoachStore, 'coaches' | 'add' | 'byKey' | 'replaceKey' | 'revoke'> {
  const all = database.prepare('SELECT * FROM coaches ORDER BY created_at, id')
  const byKey = database.prepare('SELECT * FROM coaches WHERE key_hash = ?')
  const add = database.prepare('INSERT OR IGNORE INTO coaches VALUES (?, ?, ?, ?, ?)')
  const endAll = database.prepare('DELETE FROM coach_sessions WHERE coach_id = ?')
  const revoke = database.prepare(
    'UPDATE coaches SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
  )
  const replaceKey = database.prepare(
    'UPDATE coaches SET key_hash = ?, revoked_at = NULL WHERE id = ?',
  )
  /** With the change, everybody who is signed in as this coach is signed out. */
  const changed = (coachId: string, change: () => { changes: number | bigint }) =>
    Promise.try(() =>
      transaction(database, () => {
        if (change().changes === 0) return false
        endAll.run(coachId)
        return true
      }),
    )
  return {
    coaches: () => Promise.try(() => all.all().map(coachOf)),
    byKey: (keyHash) =>
      Promise.try(() => {
        const row = byKey.get(keyHash)
        return row && coachOf(row)
      }),
    add: ({ id, name, keyHash, createdAt, revokedAt = null }) =>
      Promise.try(() => add.run(id, name, keyHash, createdAt, revokedAt).changes === 1),
    revoke: (coachId, at) => changed(coachId, () => revoke.run(at, coachId)),
    replaceKey: (coachId, keyHash) => changed(coachId, () => replaceKey.run(keyHash, coachId)),
  }
}

function sessionsIn(
  database: DatabaseSync,
): Pick<CoachStore, 'openSession' | 'session' | 'endSession'> {
  const open = database.prepare('INSERT INTO coach_sessions VALUES (?, ?, ?)')
  const find = database.prepare(
    `SELECT coaches.*, expires_at FROM coach_sessions JOIN coaches ON id = coach_id
     WHERE hash = ? AND expires_at > ? AND revoked_at IS NULL`,
  )
  const end = database.prepare('DELETE FROM coach_sessions WHERE hash = ?')
  return {
    openSession: ({ hash, coachId, expiresAt }) =>
      Promise.try(() => void open.run(hash, coachId, expiresAt)),
    session: (hash, now) =>
      Promise.try(() => {
        const row = find.get(hash, now)
        return row && { coach: coachOf(row), expiresAt: String(row['expires_at']) }
      }),
    endSession: (hash) => Promise.try(() => void end.run(hash)),
  }
}

function auditIn(database: DatabaseSync): Pick<CoachStore, 'note' | 'audit'> {
  const note = database.prepare('INSERT INTO audit (expires_at, entry) VALUES (?, ?)')
  const page = database.prepare(
    'SELECT number, entry FROM audit WHERE number < ? ORDER BY number DESC LIMIT ?',
  )
  return {
    note: (entry, expiresAt) =>
      Promise.try(() => void note.run(expiresAt, JSON.stringify(AuditEntry.parse(entry)))),
    audit: ({ limit, after }) =>
      Promise.try(() => {
        const behind = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after)
        const rows = page.all(behind, limit).map((row) => AuditRow.parse(row))
        const last = rows.length === limit ? rows.at(-1) : undefined
        const entries = rows.map(({ entry }) => AuditEntry.parse(JSON.parse(entry)))
        return { entries, ...(last && { next: String(last.number) }) }
      }),
  }
}

function coachOf(row: unknown): Coach {
  const { id, name, key_hash: keyHash, created_at: createdAt, revoked_at } = CoachRow.parse(row)
  return { id, name, keyHash, createdAt, ...(revoked_at !== null && { revokedAt: revoked_at }) }
}
