import type { DocumentData } from '@google-cloud/firestore'
import * as z from 'zod'
import type { GenerationInfo } from '#core/ports/document-store.ts'

/** Of a generation, and of the pointer to the published one. */
const GenerationRow = z.object({
  generation: z.int().positive(),
  runId: z.string(),
  state: z.enum(['writing', 'waiting', 'published']),
  job: z.string(),
  startedBy: z.string(),
  startedAt: z.string(),
  publishedAt: z.string().nullable(),
})

export function generationOf(row: DocumentData | undefined): GenerationInfo {
  const { publishedAt, ...info } = GenerationRow.parse(row)
  return { ...info, ...(publishedAt !== null && { publishedAt }) }
}

export function rowOf(info: GenerationInfo): z.input<typeof GenerationRow> {
  return { ...info, publishedAt: info.publishedAt ?? null }
}
