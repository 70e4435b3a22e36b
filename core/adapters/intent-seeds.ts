import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { RelatedWords } from '#core/chat/understanding/intents/features.ts'
import { relatedWords } from '#core/chat/understanding/intents/features.ts'
import { Intent } from '#core/chat/understanding/intents/intent.ts'

const RelatedWordList = z.record(z.string(), z.array(z.string()))

/** What the classifier of questions learns from: `intents/<id>.json`, in the order of their ids, and `related-words.json`. */
export async function readIntentSeeds(
  folder: string,
): Promise<{ readonly intents: readonly Intent[]; readonly related: RelatedWords }> {
  const names = (await readdir(join(folder, 'intents'))).filter((name) => name.endsWith('.json'))
  const [words, ...intents] = await Promise.all([
    readFile(join(folder, 'related-words.json'), 'utf8'),
    ...names.toSorted().map((name) => readIntent(join(folder, 'intents', name), name)),
  ])
  return { intents, related: relatedWords(RelatedWordList.parse(JSON.parse(words))) }
}

async function readIntent(file: string, name: string): Promise<Intent> {
  const intent = Intent.parse(JSON.parse(await readFile(file, 'utf8')))
  if (name !== `${intent.id}.json`) {
    throw new Error(`The seed ${file} holds the intent ${intent.id}: file and intent share a name`)
  }
  return intent
}
