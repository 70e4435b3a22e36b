import { setImmediate as nextTick } from 'node:timers/promises'
import * as z from 'zod'
import { chunk, done, finish, refuse, say, usage, type Exchange } from './model-server-fixtures.ts'

const PickSchema = z.object({
  properties: z.record(
    z.string(),
    z.union([
      z.object({ enum: z.array(z.string()) }).transform((one) => one.enum[0]),
      z.object({ const: z.string() }).transform((one) => one.const),
    ]),
  ),
})
const Format = z.object({ json_schema: z.object({ schema: PickSchema }) })

/** A server that behaves, like llama-server; a token of it is a word. */
export function behaveWell(contextTokens: number) {
  return async (exchange: Exchange): Promise<void> => {
    const { body, response } = exchange
    const prompt = body.messages.map(({ content }) => content).join(' ')
    const promptTokens = prompt.split(/\s+/).length
    if (promptTokens >= contextTokens) {
      refuse(exchange, 400, {
        error: {
          code: 400,
          message: 'the request exceeds the available context size, try increasing it',
          type: 'exceed_context_size_error',
        },
      })
      return
    }
    const words = wordsOf(body['response_format'])
    let sent = 0
    for (const word of words) {
      if (sent === body.max_tokens || response.destroyed) break
      say(exchange, chunk(word))
      sent++
      // oxlint-disable-next-line no-await-in-loop -- one word after the other
      await nextTick()
    }
    const isWhole = sent < body.max_tokens
    say(exchange, finish(isWhole ? 'stop' : 'length'), usage(promptTokens, sent), done)
    response.end()
  }
}

function* wordsOf(format: unknown): Generator<string> {
  if (format === undefined) {
    for (;;) yield 'and so on '
  }
  const { properties } = Format.parse(format).json_schema.schema
  yield* JSON.stringify(properties).split(/(?<=[:{])/)
}
