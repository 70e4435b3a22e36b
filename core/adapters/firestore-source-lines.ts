import { createHash } from 'node:crypto'
import type { CollectionReference } from '@google-cloud/firestore'
import * as z from 'zod'
import type { SourceFileLines } from '#core/ports/document-store.ts'
import type { FirestoreWrite } from './firestore-bulk.ts'

/** A document holds so many lines of a file: a document each would cost a write for every lap. */
const linesOfBlock = 64

/** Lines of a file, by their numbers. A map and no list: Firestore adds to it without reading it. */
export const LinesRow = z.object({
  file: z.string(),
  header: z.array(z.string()),
  struckOut: z.array(z.string()),
  lines: z.record(z.string(), z.array(z.string())),
})

/** Where a line is kept. Names of files have slashes, and are longer than an id may be. */
export function lineBlock(
  file: string,
  line: number,
): { readonly id: string; readonly field: string } {
  const name = createHash('sha256').update(file).digest('hex').slice(0, 32)
  return { id: `${name}-${Math.floor(line / linesOfBlock)}`, field: String(line) }
}

export function lineWrites(
  collection: CollectionReference,
  { file, header, struckOut, lines }: SourceFileLines,
): FirestoreWrite[] {
  const blocks = new Map<string, Record<string, readonly string[]>>()
  for (const [line, cells] of lines) {
    const { id, field } = lineBlock(file, line)
    const block = blocks.get(id) ?? {}
    blocks.set(id, block)
    block[field] = cells
  }
  return Array.from(blocks, ([id, block]) => ({
    document: collection.doc(id),
    data: { file, header, struckOut, lines: block },
    isMerged: true,
    bytes: Buffer.byteLength(JSON.stringify([header, block])),
  }))
}
