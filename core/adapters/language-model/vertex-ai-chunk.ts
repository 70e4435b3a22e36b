import * as z from 'zod'
import type { ModelEnd } from '#core/ports/language-model.ts'
import { ModelFailure } from './model-failure.ts'

const Chunk = z.object({
  candidates: z
    .array(
      z.object({
        content: z
          .object({ parts: z.array(z.object({ text: z.string().optional() })).optional() })
          .optional(),
        finishReason: z.string().optional(),
      }),
    )
    .optional(),
  promptFeedback: z.object({ blockReason: z.string().optional() }).optional(),
  usageMetadata: z
    .object({ promptTokenCount: z.int().optional(), candidatesTokenCount: z.int().optional() })
    .optional(),
})

/** What one response of a streamed generateContent says. */
export function parseVertexAiChunk(said: unknown): { text: string; finish: ModelEnd | undefined } {
  const read = Chunk.safeParse(said)
  if (!read.success) throw new ModelFailure('garbled', 'an event that is no response')
  const { candidates, promptFeedback, usageMetadata: usage } = read.data
  if (promptFeedback?.blockReason !== undefined) throw new ModelFailure('refused', 'prompt blocked')
  const candidate = candidates?.[0]
  const text = (candidate?.content?.parts ?? []).map((part) => part.text ?? '').join('')
  const reason = reasonOf(candidate?.finishReason)
  if (reason === undefined) return { text, finish: undefined }
  const tokens = {
    ...(usage?.promptTokenCount !== undefined && { promptTokens: usage.promptTokenCount }),
    ...(usage?.candidatesTokenCount !== undefined && { outputTokens: usage.candidatesTokenCount }),
  }
  return { text, finish: { type: 'end', reason, ...tokens } }
}

/** An answer that was filtered on the way is not a whole one. */
function reasonOf(finish: string | undefined): 'stop' | 'length' | undefined {
  if (finish === undefined || finish === 'FINISH_REASON_UNSPECIFIED') return undefined
  if (finish === 'STOP') return 'stop'
  if (finish === 'MAX_TOKENS') return 'length'
  throw new ModelFailure('refused', `finishReason ${finish.replaceAll(/\W/g, '').slice(0, 40)}`)
}
