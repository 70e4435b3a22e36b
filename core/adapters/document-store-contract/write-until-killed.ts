import type { DocumentStore } from '#core/ports/document-store.ts'
import { publishSeason, seasonDocuments } from './season.ts'

/**
 * What a process does that tests kill; it prints `ready` when it has begun. `hold` keeps an unfinished run, `task` does so
 * as one of several tasks, and `seasons` publishes one after another.
 */
export async function writeUntilKilled(
  store: DocumentStore,
  mode: string | undefined,
  name: string,
): Promise<void> {
  if (mode === 'seasons') return await publishOn(store, name)
  const run = await store.beginRun({
    runId: name,
    job: 'sections',
    startedBy: `process ${process.pid}`,
    isShared: mode === 'task',
  })
  await run.write('ml_section_recommendations', seasonDocuments(name, 100))
  process.stdout.write('ready\n')
  setInterval(() => undefined, 1000)
}

async function publishOn(store: DocumentStore, name: string): Promise<void> {
  // The first may take long, where it connects.
  await publishSeason(store, `${name}-0`)
  process.stdout.write('ready\n')
  for (let n = 1; ; n += 1) {
    // One after another is the point.
    // oxlint-disable-next-line no-await-in-loop
    await publishSeason(store, `${name}-${n}`)
  }
}
