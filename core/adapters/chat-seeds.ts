import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { type RelatedWords, relatedWords } from '#core/chat/understanding/features.ts'
import { Intent } from '#core/chat/understanding/intent.ts'

/** What questions are understood with: the intents with their phrasings, and words that mean alike. */
export type ChatSeeds = { readonly intents: readonly Intent[]; readonly related: RelatedWords }

const RelatedList = z.record(z.string(), z.array(z.string()))

export async function readChatSeeds(folder: string): Promise<ChatSeeds> {
  const names = await readdir(join(folder, 'intents'))
  const files = names.filter((name) => name.endsWith('.json')).toSorted()
  const intents = await Promise.all(
    files.map(async (name) => await parsed(join(folder, 'intents', name), Intent)),
  )
  const list = await parsed(join(folder, 'related-words.json'), RelatedList)
  return { intents, related: relatedWords(list) }
}

async function parsed<T extends z.ZodType>(file: string, schema: T): Promise<z.infer<T>> {
  const read = schema.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!read.success) throw new Error(`The seed ${file} is broken:\n${z.prettifyError(read.error)}`)
  return read.data
}
