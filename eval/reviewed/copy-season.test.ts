import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { publishSeason, seasonCounts } from '#core/adapters/document-store-contract/season.ts'
import { collections, type DocumentStore } from '#core/ports/document-store.ts'
import { copySeason } from './copy-season.ts'

async function documentsOf(store: DocumentStore): Promise<unknown> {
  const reader = await store.current()
  const lists = collections.map(async (name) => await reader?.listText(name, { limit: 10_000 }))
  return { runId: reader?.generation.runId, lists: await Promise.all(lists) }
}

test('a season is copied byte by byte, page by page, as the run that it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'copy-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'copy.db')
  const from = openSqliteDocumentStore(':memory:')
  expect(await copySeason(from, file)).toBe(false)
  await publishSeason(from, 'before')
  await publishSeason(from, 'now')
  expect(await copySeason(from, file)).toBe(true)
  const copy = openSqliteDocumentStore(file)
  expect(await documentsOf(copy)).toEqual(await documentsOf(from))
  expect(await (await copy.current())?.count('ml_section_recommendations')).toBe(
    seasonCounts.ml_section_recommendations,
  )
  await Promise.all([from.close(), copy.close()])
})
