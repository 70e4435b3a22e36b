import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allAnswers } from './all-answers.ts'

test('every intent that questions are read as has an answer', async () => {
  const files = await readdir(join(import.meta.dirname, '../../../seeds/intents'))
  const intents = files.map((file) => file.replace(/\.json$/, ''))
  expect(intents.length).toBeGreaterThan(80)
  expect(intents.filter((intent) => !allAnswers.has(intent))).toEqual([])
})
