import { publishSeason, seasonDocuments } from './document-store-contract/season.ts'
import { connectFirestore } from './firestore-database.ts'
import { createFirestoreDocumentStore } from './firestore-document-store.ts'

// A process for tests that is to be killed: `hold` keeps an unfinished run, `task` does so as one of several
// tasks, and `seasons` publishes one after another.
const [mode, emulator = '', project = '', name = 'run', leaseMs] = process.argv.slice(2)
const database = connectFirestore({ project, emulator })
const store = createFirestoreDocumentStore(database, { leaseMs: Number(leaseMs), graceMs: 0 })

if (mode === 'hold' || mode === 'task') {
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
if (mode === 'seasons') {
  // The first takes long: it connects.
  await publishSeason(store, `${name}-0`)
  process.stdout.write('ready\n')
  for (let n = 1; ; n += 1) {
    // One after another is the point.
    // oxlint-disable-next-line no-await-in-loop
    await publishSeason(store, `${name}-${n}`)
  }
}
