import type { ModelEvent } from '#core/ports/language-model.ts'
import { parseChatChunk, type ChatChunk } from './chat-chunk.ts'
import { httpFailure } from './http-failure.ts'
import { failureOf, ModelFailure } from './model-failure.ts'
import type { ModelLimits } from './model-limits.ts'
import { sseData } from './sse-data.ts'
import { createWatch, type Watch } from './watch.ts'

export type ChatCall = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Text beyond this is cut off: a server that ignores max_tokens would never end. */
  readonly longestText: number
}

/** Once an answer has its finish_reason, only the count of tokens is still to come. */
const usageWithinMs = 1_000
/** Once it has said [DONE], a server has nothing left to do but to end. */
const endWithinMs = 100

/** Asks once. The socket is closed when this ends, however it ends. */
export async function* tryChat(
  call: ChatCall,
  limits: Pick<ModelLimits, 'firstTokenMs' | 'idleMs'>,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent> {
  const watch = createWatch()
  const progress = { hasBegun: false }
  try {
    watch.within(
      limits.firstTokenMs,
      new ModelFailure('late', `no token in ${limits.firstTokenMs} ms`),
    )
    const response = await fetch(call.url, {
      method: 'POST',
      headers: { ...call.headers, 'content-type': 'application/json', accept: 'text/event-stream' },
      body: call.body,
      // A redirect would carry the key and the question to somebody else.
      redirect: 'error',
      signal: AbortSignal.any([signal, watch.signal]),
    })
    if (!response.ok) throw await httpFailure(response)
    if (response.body === null) throw new ModelFailure('cut', 'an answer without a body')
    yield* readChat(response.body, call.longestText, { limits, watch, progress })
  } catch (error) {
    throw failureOf(error, progress.hasBegun)
  } finally {
    watch.close()
  }
}

type Reading = {
  readonly limits: Pick<ModelLimits, 'idleMs'>
  readonly watch: Watch
  readonly progress: { hasBegun: boolean }
}

/** What was read so far of an answer. */
type Read = { finish?: 'stop' | 'length'; usage?: object; length: number; events: number }

async function* readChat(
  body: AsyncIterable<Uint8Array>,
  longestText: number,
  { limits, watch, progress }: Reading,
): AsyncGenerator<ModelEvent> {
  const stalled = new ModelFailure('stalled', `silent for ${limits.idleMs} ms`)
  const read: Read = { length: 0, events: 0 }
  try {
    for await (const data of sseData(body)) {
      if (data.trim() === '[DONE]') {
        // Read to its very end, the connection can be used again.
        watch.within(endWithinMs, stalled)
        continue
      }
      const text = take(parseChatChunk(data), read)
      if (text !== '') {
        progress.hasBegun = true
        watch.pause()
        yield { type: 'text', text }
      }
      if (read.length > longestText) read.finish = 'length'
      if (read.length > longestText) break
      if (read.finish !== undefined) watch.within(Math.min(limits.idleMs, usageWithinMs), stalled)
      else if (progress.hasBegun) watch.within(limits.idleMs, stalled)
    }
  } catch (error) {
    // The answer is whole: what went wrong after it does not matter.
    if (read.finish === undefined) throw error
  }
  if (read.events === 0) throw new ModelFailure('garbled', 'a stream without events')
  if (read.finish === undefined) throw new ModelFailure('cut', 'the stream ended without a reason')
  yield { type: 'end', reason: read.finish, ...read.usage }
}

/** Notes what a chunk says besides its text. */
function take({ text, finish, usage }: ChatChunk, read: Read): string {
  read.events++
  read.length += text.length
  if (finish !== undefined) read.finish = finish
  if (usage !== undefined) read.usage = usage
  return text
}
