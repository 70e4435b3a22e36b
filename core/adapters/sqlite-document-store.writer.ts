import { publishSeason, seasonDocuments } from './document-store-contract/season.ts'
import { openSqliteDocumentStore } from './sqlite-document-store.ts'

// A process for tests: `open` makes many new stores, to be killed are `hold`, which keeps an unfinished run,
// `task`, which does so as one of several tasks, and `seasons`, which publishes one after another.
const [mode, file = '', name = 'run'] = process.argv.slice(2)

if (mode === 'open') {
  const opened = Array.from({ length: 30 }, (_, n) => openSqliteDocumentStore(`${file}-${n}`))
  await Promise.all(opened.map((store) => store.close()))
}
if (mode === 'hold' || mode === 'task') {
  const store = openSqliteDocumentStore(file)
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
  const store = openSqliteDocumentStore(file)
  process.stdout.write('ready\n')
  for (let n = 1; ; n += 1) {
    // One after another is the point.
    // oxlint-disable-next-line no-await-in-loop
    await publishSeason(store, `${name}-${n}`)
  }
}
