import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { intentGroups, intentWords, namedIntents, unspokenIntents } from './intent-words.ts'

const folder = join(import.meta.dirname, '../../../seeds/intents')
const Seed = z.object({ id: z.string(), kind: z.string() })

async function intents() {
  const files = await readdir(folder)
  return await Promise.all(
    files.map(async (file) => Seed.parse(JSON.parse(await readFile(join(folder, file), 'utf8')))),
  )
}

test('every intent is told in words or is small talk, and no word is of an intent that is gone', async () => {
  const ids = (await intents()).map(({ id }) => id)
  const isTold = (id: string) => intentWords(id) !== undefined
  expect(ids.filter((id) => isTold(id) === unspokenIntents.has(id))).toEqual([])
  expect([...namedIntents, ...unspokenIntents].filter((id) => !ids.includes(id))).toEqual([])
})

test('what can be chosen is what the timing answers, each under words of its own', async () => {
  const answered = (await intents()).filter(({ kind }) => kind === 'answer').map(({ id }) => id)
  const offered: string[] = intentGroups.flatMap((group) => Object.keys(group.intents))
  expect(offered.toSorted()).toEqual(answered.filter((id) => !unspokenIntents.has(id)).toSorted())
  expect(new Set(offered.map(intentWords)).size).toBe(offered.length)
})
