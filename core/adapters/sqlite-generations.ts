import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import type { GenerationInfo, RunRequest } from '#core/ports/document-store.ts'

const Row = z.object({
  generation: z.int(),
  run_id: z.string(),
  state: z.enum(['writing', 'waiting', 'published']),
  job: z.string(),
  started_by: z.string(),
  started_at: z.string(),
  published_at: z.string().nullable(),
})

function infoOf(row: unknown): GenerationInfo {
  const found = Row.parse(row)
  return {
    generation: found.generation,
    runId: found.run_id,
    state: found.state,
    job: found.job,
    startedBy: found.started_by,
    startedAt: found.started_at,
    ...(found.published_at !== null && { publishedAt: found.published_at }),
  }
}

/** Names of the tables of a generation. */
export function tablesOf(generation: number) {
  return {
    documents: `documents_${generation}`,
    files: `files_${generation}`,
    lines: `lines_${generation}`,
  }
}

export function allGenerations(database: DatabaseSync): GenerationInfo[] {
  return database.prepare('SELECT * FROM generations ORDER BY generation').all().map(infoOf)
}

export function findGeneration(
  database: DatabaseSync,
  generation: number,
): GenerationInfo | undefined {
  const row = database.prepare('SELECT * FROM generations WHERE generation = ?').get(generation)
  return row && infoOf(row)
}

/**
 * Documents lie in the order they were written, beside an index of their ids: measured with 2,000,000, this
 * writes quicker than one tree ordered by id, and counting reads the small index alone.
 */
export function addGeneration(database: DatabaseSync, request: RunRequest, at: Date): number {
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO generations (run_id, state, job, started_by, started_at)
       VALUES (?, 'writing', ?, ?, ?)`,
    )
    .run(request.runId, request.job, request.startedBy, at.toISOString())
  const generation = Number(lastInsertRowid)
  const { documents, files, lines } = tablesOf(generation)
  database.exec(`
    CREATE TABLE ${documents} (collection INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL);
    CREATE UNIQUE INDEX ${documents}_by_id ON ${documents} (collection, id);
    CREATE TABLE ${files} (
      file_number INTEGER PRIMARY KEY,
      file TEXT NOT NULL UNIQUE,
      header TEXT NOT NULL,
      struck_out TEXT NOT NULL
    );
    CREATE TABLE ${lines} (
      file_number INTEGER NOT NULL,
      line INTEGER NOT NULL,
      cells TEXT NOT NULL,
      PRIMARY KEY (file_number, line)
    ) WITHOUT ROWID;
  `)
  return generation
}

export function removeGeneration(database: DatabaseSync, generation: number): void {
  database.prepare('DELETE FROM generations WHERE generation = ?').run(generation)
  for (const table of Object.values(tablesOf(generation))) database.exec(`DROP TABLE ${table}`)
}

/** The generation that is published, if one is. */
export function pointedAt(database: DatabaseSync): number | undefined {
  const generation = database.prepare('SELECT generation FROM pointer').get()?.['generation']
  return generation === undefined ? undefined : Number(generation)
}

/** Has it read from now on. */
export function pointTo(database: DatabaseSync, generation: number): void {
  database.prepare('INSERT OR REPLACE INTO pointer VALUES (1, ?)').run(generation)
}

/** Publishes the generation. */
export function pointAt(database: DatabaseSync, generation: number, at: Date): GenerationInfo {
  pointTo(database, generation)
  const row = database
    .prepare(
      `UPDATE generations SET state = 'published', published_at = ? WHERE generation = ? RETURNING *`,
    )
    .get(at.toISOString(), generation)
  return infoOf(row)
}

/** Leaves an unpublished generation for the next job. */
export function markWaiting(database: DatabaseSync, generation: number): void {
  database
    .prepare(`UPDATE generations SET state = 'waiting' WHERE generation = ? AND state = 'writing'`)
    .run(generation)
}
