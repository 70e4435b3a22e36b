import * as z from 'zod'

const Phrased = z.object({ kind: z.enum(['observation', 'action']), text: z.string() })
/** A sentence as the model wrote it. */
export type Phrased = z.infer<typeof Phrased>

const mostSentences = 12

/** The form of the answer, as a model server holds the model to it. */
export const answerSchema = {
  name: 'coaching',
  schema: z.toJSONSchema(z.object({ sentences: z.array(Phrased).min(1).max(mostSentences) })),
}

/** One sentence of the answer: an object without another in it. */
const object = /\{[^{}]*\}/g

/** The sentences of an answer; of one that was cut off, or is not quite JSON, those that are whole. */
export function readPhrased(answer: string): readonly Phrased[] {
  const found = Array.from(answer.matchAll(object), ([text]) => phrasedIn(text))
  return found.filter((one) => one !== undefined).slice(0, mostSentences)
}

function phrasedIn(text: string): Phrased | undefined {
  try {
    return Phrased.safeParse(JSON.parse(text)).data
  } catch {
    // Whatever it is, it is no sentence.
    return undefined
  }
}
