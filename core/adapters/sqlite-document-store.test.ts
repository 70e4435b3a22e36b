import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { compileCache } from '../../testing/compile-cache.ts'
import { newFolder } from '../../testing/new-folder.ts'
import { documentStoreContract } from './document-store.contract.ts'
import {
  publishSeason,
  runsIn,
  seasonCounts,
  writeSeason,
} from './document-store-contract/season.ts'
import { openSqliteDocumentStore } from './sqlite-document-store.ts'

const writer = fileURLToPath(new URL('./sqlite-document-store.writer.ts', import.meta.url))

documentStoreContract('SQLite', () => {
  const file = join(newFolder(), 'made', 'when missing', 'season.db')
  return {
    open: () => openSqliteDocumentStore(file),
    startWriter: (mode, name) =>
      spawn(process.execPath, [...compileCache, writer, mode, file, name], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
  }
})

test('a store in memory works alike', async () => {
  const store = openSqliteDocumentStore(':memory:')
  await publishSeason(store, 'a')
  const reader = await store.current()
  expect(reader && (await runsIn(reader))).toEqual(['a'])
  const run = await store.beginRun({ runId: 'b', job: 'season', startedBy: 'process 1' })
  const second = { runId: 'c', job: 'season', startedBy: 'process 1' }
  await expect(store.beginRun(second)).rejects.toMatchObject({ name: 'RunInProgress' })
  await run.end()
  await store.close()
})

test.each([
  ['older', -1, 'an older version'],
  ['newer', 1, 'a newer version'],
])('a store of %s schema is recognised and left as it is', async (_, change, words) => {
  const file = join(newFolder(), 'season.db')
  await openSqliteDocumentStore(file).close()
  const raw = new DatabaseSync(file)
  const version = Number(raw.prepare('PRAGMA user_version').get()?.['user_version'])
  raw.exec(`PRAGMA user_version = ${version + change}`)
  raw.close()
  const before = readFileSync(file)
  const opening = () => openSqliteDocumentStore(file)
  expect(opening).toThrow(expect.objectContaining({ name: 'StoreUnusable' }))
  expect(opening).toThrow(`${words} of KaizenLap (schema ${version + change}`)
  expect(opening).toThrow('move or delete the file, then run `npm run season` again')
  expect(readFileSync(file)).toEqual(before)
})

test.each([
  ['text', (file: string) => writeFileSync(file, 'NUMBER;LAP_NUMBER\n'.repeat(100))],
  ['the database of another program', makeOtherDatabase],
  ['a store that was cut off', makeCutStore],
  ['a folder', (file: string) => mkdirSync(file)],
])('%s in place of a store is answered with what to do', (_, make) => {
  const file = join(newFolder(), 'season.db')
  make(file)
  const opening = () => openSqliteDocumentStore(file)
  expect(opening).toThrow(expect.objectContaining({ name: 'StoreUnusable' }))
  expect(opening).toThrow(file)
  expect(opening).toThrow('then run `npm run season` again')
})

function makeOtherDatabase(file: string): void {
  const other = new DatabaseSync(file)
  other.exec('CREATE TABLE notes (text TEXT)')
  other.close()
}

function makeCutStore(file: string): void {
  const store = new DatabaseSync(file)
  store.exec('CREATE TABLE notes (text TEXT)')
  store.close()
  writeFileSync(file, readFileSync(file).subarray(0, 300))
}

test('a run that a newer published one has overtaken is refused', async () => {
  const file = join(newFolder(), 'season.db')
  const store = openSqliteDocumentStore(file)
  const run = await store.beginRun({ runId: 'a', job: 'season', startedBy: 'process 1' })
  await writeSeason(run)
  const raw = new DatabaseSync(file)
  raw.exec('INSERT OR REPLACE INTO pointer VALUES (1, 99)')
  raw.close()
  await expect(run.publish(seasonCounts)).rejects.toThrow('newer than a is already published')
  await run.end()
  const again = store.beginRun({ runId: 'a', job: 'season', startedBy: 'process 1' })
  await expect(again).rejects.toThrow('older than the published season')
  await store.close()
})

test('processes that make the same new stores at the same time all succeed', async () => {
  const file = join(newFolder(), 'season.db')
  const exits = Array.from({ length: 2 }, () => {
    const child = spawn(process.execPath, [...compileCache, writer, 'open', file], {
      stdio: 'inherit',
    })
    return new Promise((resolve) => {
      child.on('exit', resolve)
    })
  })
  expect(await Promise.all(exits)).toEqual([0, 0])
})
