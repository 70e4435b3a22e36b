import type { DocumentReference } from '@google-cloud/firestore'
import * as z from 'zod'
import type { FirestoreWrite } from './firestore-bulk.ts'

/**
 * A JSON text as Firestore keeps it. Firestore's own maps would not give back the bytes that were written: they
 * have no order and no lists of lists. A document has room for 1 MiB, and a commit of 20 for 4 MiB with
 * the emulator, so what is longer than this is continued in documents below it.
 */
const mostBytes = 150_000

export const TextRow = z.object({
  text: z.string(),
  /** How many documents continue it. */
  more: z.int().nonnegative(),
})
export type TextRow = z.infer<typeof TextRow>

function partOf(document: DocumentReference, number: number): DocumentReference {
  return document.collection('parts').doc(String(number))
}

export function partsOf(document: DocumentReference, { more }: Pick<TextRow, 'more'>) {
  return Array.from({ length: more }, (_, index) => partOf(document, index + 1))
}

/** What to write so that the text, and what belongs to each of its documents, can be read again. */
export function textWrites(
  document: DocumentReference,
  text: string,
  beside: Readonly<Record<string, unknown>> = {},
): readonly FirestoreWrite[] {
  const [first = '', ...others] = split(text)
  const bytes = Math.min(text.length * 3, mostBytes)
  return [
    { document, data: { ...beside, text: first, more: others.length }, bytes },
    ...others.map((part, index) => ({
      document: partOf(document, index + 1),
      data: { ...beside, text: part },
      bytes: mostBytes,
    })),
  ]
}

/** The whole text of a document that was read. */
export async function wholeText(document: DocumentReference, row: TextRow): Promise<string> {
  if (row.more === 0) return row.text
  const parts = await document.firestore.getAll(...partsOf(document, row))
  return [row, ...parts.map((part) => Part.parse(part.data()))].map(({ text }) => text).join('')
}

const Part = z.object({ text: z.string() })

/** No unit of a text takes more than three bytes, and the two units of a character stay together. */
function split(text: string): string[] {
  const units = mostBytes / 3
  if (text.length <= units || Buffer.byteLength(text) <= mostBytes) return [text]
  const parts: string[] = []
  for (let from = 0; from < text.length;) {
    const to = endsInCharacter(text, from + units) ? from + units - 1 : from + units
    parts.push(text.slice(from, to))
    from = to
  }
  return parts
}

function endsInCharacter(text: string, end: number): boolean {
  const unit = text.charCodeAt(end - 1)
  return unit >= 0xd800 && unit <= 0xdbff
}
