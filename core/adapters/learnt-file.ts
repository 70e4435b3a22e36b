import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import * as z from 'zod'
import type { Learnt } from '#core/chat/understanding/intents/softmax.ts'

/** The phrasings, and the code that reads them. */
const sources = [
  'seeds/intents/*.json',
  'seeds/related-words.json',
  'core/chat/understanding/**/*.ts',
]

const Kept = z.object({
  learntFrom: z.string(),
  classes: z.number(),
  features: z.array(z.tuple([z.string(), z.number()]).readonly()).readonly(),
  weights: z.instanceof(Float32Array),
})

/** Where a checkout and a container keep what was learnt from the phrasings. */
export function learntFile(root: string): string {
  return join(root, 'learnt', 'phrasings.bin')
}

/** Changes with all that is learnt from, and with the format that it is kept in. */
export function hashSources(root: string): string {
  const hash = createHash('sha256').update(process.versions.v8)
  const files = globSync(sources, { cwd: root }).filter((file) => !/\.test\.|fixture/.test(file))
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** Undefined where there is none, or none that was learnt from these sources. */
export async function readLearnt(file: string, learntFrom: string): Promise<Learnt | undefined> {
  const bytes = await readFile(file).catch(() => undefined)
  const kept = bytes && Kept.safeParse(deserialized(bytes)).data
  return kept?.learntFrom === learntFrom ? kept : undefined
}

function deserialized(bytes: Buffer): unknown {
  try {
    return deserialize(bytes)
  } catch {
    // Of another version of Node, or cut off: learnt anew.
    return undefined
  }
}

/** Whole or not at all: a process that reads meanwhile finds the one before. */
export async function writeLearnt(file: string, learntFrom: string, learnt: Learnt): Promise<void> {
  const unfinished = `${file}.${process.pid}`
  await mkdir(dirname(file), { recursive: true })
  try {
    await writeFile(unfinished, serialize({ learntFrom, ...learnt }))
    await rename(unfinished, file)
  } finally {
    await rm(unfinished, { force: true })
  }
}
