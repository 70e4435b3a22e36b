import { publishSeason, seasonDocuments } from './document-store-contract/season.ts'
import { openSqliteDocumentStore } from './sqlite-document-store.ts'

// A process for tests to kill: `hold` keeps an unfinished run, `seasons` publishes one after another.
const [mode, file = '', name = 'run'] = process.argv.slice(2)
const store = openSqliteDocumentStore(file)

if (mode === 'hold') {
  const run = await store.beginRun({
    runId: name,
    job: 'sections',
    startedBy: `process ${process.pid}`,
  })
  await run.write('ml_section_recommendations', seasonDocuments(name, 100))
  process.stdout.write('ready\n')
  setInterval(() => undefined, 1000)
}
if (mode === 'seasons') {
  process.stdout.write('ready\n')
  for (let n = 1; ; n += 1) {
    // One after another is the point.
    // oxlint-disable-next-line no-await-in-loop
    await publishSeason(store, `${name}-${n}`)
  }
}
