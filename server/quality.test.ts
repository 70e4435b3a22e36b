import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import type { QualityRun } from '#core/protocol/rest/quality-answer.ts'
import { newFolder } from '../testing/new-folder.ts'
import { type RunningService, runService } from './fixtures/running-service.ts'
import { qualityBeside } from './routes/quality.ts'

let file: string
let service: RunningService

beforeAll(async () => {
  file = qualityBeside(join(newFolder(), 'season.db'))
  service = await runService(openSqliteDocumentStore(':memory:'), { qualityFile: file })
})
afterAll(() => service.stop())

const rate = { hits: 1, n: 1, rate: 1, low: 0.2, high: 1 }

const run: QualityRun = {
  at: '2026-11-23T08:00:00.000Z',
  model: null,
  seasons: ['demo'],
  conversations: 1,
  questions: 1,
  rates: {
    answered: rate,
    right: rate,
    refused: rate,
    askedFigures: rate,
    citationPrecision: rate,
    citationRecall: rate,
    withheld: { ...rate, hits: 0 },
  },
  unsupportedNumbers: 0,
  firstSentenceMs: { n: 1, p50: 3, p95: 3 },
  goals: [{ name: 'right', goal: 0.98, isLimit: false, value: 1, isMet: true }],
  failures: [],
}

test('before the first evaluation there is no run; afterwards the last one, without a restart', async () => {
  const before = await service.get('/api/quality')
  expect(before.status).toBe(200)
  expect(await before.json()).toEqual({ run: null })
  await writeFile(file, JSON.stringify(run))
  const after = await service.get('/api/quality')
  expect(await after.json()).toEqual({ run })
})

test('a run that is not whole is a fault, not a number', async () => {
  await writeFile(file, JSON.stringify({ ...run, unsupportedNumbers: undefined }))
  expect((await service.get('/api/quality')).status).toBe(500)
})
