import { createParser } from 'eventsource-parser'
import { ModelFailure } from './model-failure.ts'

/** The longest event that a model server has reason to send, and then some. */
const longestEvent = 1_048_576

/** The data of each server-sent event of a body. Bytes that are no UTF-8 become U+FFFD, as in a browser. */
export async function* sseData(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const events: string[] = []
  const faults: string[] = []
  const parser = createParser({
    onEvent: ({ data }) => events.push(data),
    // Lines that are no field of an event are ignored, as the standard says.
    onError: ({ type }) => faults.push(type),
    maxBufferSize: longestEvent,
  })
  const decoder = new TextDecoder()
  for await (const bytes of body) {
    parser.feed(decoder.decode(bytes, { stream: true }))
    yield* events.splice(0)
    if (faults.includes('max-buffer-size-exceeded'))
      throw new ModelFailure('garbled', 'an event without end')
  }
  // The last event counts even where the server forgot the empty line after it.
  parser.feed('\n\n')
  yield* events
}
