import * as z from 'zod'
import { streamFailure } from './http-failure.ts'
import { ModelFailure } from './model-failure.ts'

const Wire = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z.object({ prompt_tokens: z.int(), completion_tokens: z.int().nullish() }).nullish(),
})
const WireError = z.union([
  z.looseObject({ object: z.literal('error') }),
  z.object({ error: z.unknown() }).transform(({ error }) => error),
])

/** What one event of the stream says. */
export type ChatChunk = {
  readonly text: string
  readonly finish: 'stop' | 'length' | undefined
  readonly usage: { readonly promptTokens: number; readonly outputTokens?: number } | undefined
}

/** Reads one event; a fault that the server tells, and anything that is no chunk, is thrown. */
export function parseChatChunk(data: string): ChatChunk {
  const said = parseJson(data)
  const error = WireError.safeParse(said)
  if (error.success && error.data !== undefined && error.data !== null)
    throw streamFailure(error.data)
  const read = Wire.safeParse(said)
  if (!read.success) throw new ModelFailure('garbled', 'an event that is no chunk of a chat')
  const { choices, usage } = read.data
  const choice = choices?.[0]
  return {
    text: choice?.delta?.content ?? '',
    finish: finishOf(choice?.finish_reason),
    usage: usage
      ? {
          promptTokens: usage.prompt_tokens,
          ...(typeof usage.completion_tokens === 'number' && {
            outputTokens: usage.completion_tokens,
          }),
        }
      : undefined,
  }
}

/** An answer that was filtered or given up on the way is not a whole one. */
function finishOf(reason: string | null | undefined): ChatChunk['finish'] {
  if (reason === null || reason === undefined || reason === '') return undefined
  if (reason === 'stop' || reason === 'length') return reason
  const kind = reason === 'content_filter' ? 'refused' : 'cut'
  throw new ModelFailure(kind, `finish_reason ${reason.replaceAll(/\W/g, '').slice(0, 40)}`)
}

function parseJson(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch (cause) {
    throw new ModelFailure('garbled', 'an event that is no JSON', { cause })
  }
}
