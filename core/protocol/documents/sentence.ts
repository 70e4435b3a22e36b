import * as z from 'zod'

/** A piece of a sentence: plain words, or the text of a fact with its id. */
export const Part = z.object({ text: z.string(), factId: z.string().exactOptional() })
export type Part = z.infer<typeof Part>

export const SentenceKind = z.enum(['fact', 'hypothesis', 'action', 'note'])
export type SentenceKind = z.infer<typeof SentenceKind>

/** One sentence that people read; its parts' texts, joined, are the sentence. */
export const Sentence = z.object({
  kind: SentenceKind,
  author: z.enum(['model', 'composer']),
  parts: z.array(Part),
})
export type Sentence = z.infer<typeof Sentence>
