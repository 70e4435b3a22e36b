import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openDocumentStore } from '#core/adapters/open-store.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import type { DocumentStore } from '#core/ports/document-store.ts'
import { hasEmulator } from '../testing/lent-emulator.ts'
import { startJobsIn } from '../testing/season-process.ts'
import { digestOf } from '../testing/store-digest.ts'
import { demoSeasonInFirestore } from '../testing/test-season.ts'

// Whole seasons are written, on a machine that does other things too.
vi.setConfig({ testTimeout: 240_000 })

/** Some of the lines that facts open, of every file. */
function someLines(file: string) {
  const database = new DatabaseSync(file, { readOnly: true })
  const generation = Number(
    database.prepare('SELECT generation FROM pointer').get()?.['generation'],
  )
  const rows = database
    .prepare(
      `SELECT file, line FROM files_${generation} JOIN lines_${generation} USING (file_number)
       WHERE line % 40 = 3`,
    )
    .all()
  database.close()
  return rows.map((row) => ({ file: String(row['file']), line: Number(row['line']) }))
}

describe.skipIf(!hasEmulator)('a season in Firestore', () => {
  let season: Awaited<ReturnType<typeof demoSeasonInFirestore>>
  const opened = (store: DocumentStore) => {
    onTestFinished(() => store.close())
    return store
  }
  const firestore = async () => opened(await openDocumentStore(season.choice))
  beforeAll(async () => {
    season = await demoSeasonInFirestore()
  }, 300_000)

  test('is that of the embedded store, byte by byte, with the lines it came from', async () => {
    const [ours, theirs] = [opened(openSqliteDocumentStore(season.store)), await firestore()]
    const [embedded, published] = [await digestOf(ours), await digestOf(theirs)]
    expect(published?.documents).toBeGreaterThan(5000)
    expect(published).toMatchObject({
      documents: embedded?.documents,
      digest: embedded?.digest,
    })
    const [here, there] = [await ours.current(), await theirs.current()]
    const lines = someLines(season.store)
    expect(lines.length).toBeGreaterThan(50)
    const read = (reader: typeof here) =>
      Promise.all(lines.map(async ({ file, line }) => await reader?.sourceLine(file, line)))
    expect(await read(there)).toEqual(await read(here))
  })

  test('stays as it is when a run of the next one is killed', async () => {
    const store = await firestore()
    const run = startJobsIn(season.environment, 'season', `--data=${season.data}`)
    const written = async () => {
      const newest = (await store.generations()).at(-1)
      if (newest?.state !== 'writing') return 0
      return (await store.open(newest.generation)).count('ml_section_recommendations')
    }
    while ((await written()) === 0) await sleep(100)
    run.process.kill('SIGKILL')
    await run.ended
    expect(await written()).toBeGreaterThan(0)
    const embedded = await digestOf(opened(openSqliteDocumentStore(season.store)))
    expect((await digestOf(store))?.digest).toBe(embedded?.digest)
  })
})
