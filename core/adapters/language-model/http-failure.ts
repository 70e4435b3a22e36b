import * as z from 'zod'
import type { ModelFaultKind } from '#core/ports/language-model.ts'
import { ModelFailure } from './model-failure.ts'

const longestBody = 65_536

/** The fault of an answer that is not 2xx. What vLLM, llama-server, Ollama and Google send differs in shape. */
export async function httpFailure(response: Response): Promise<ModelFailure> {
  const { status } = response
  const words = wordsOf(await beginningOf(response))
  const kind = kindOfStatus(status, words)
  // What a server says of a bad request may repeat the prompt, so that is not told.
  const isTold = kind === 'unauthorized' || kind === 'not-found'
  const retryAfterMs = waitOf(response.headers.get('retry-after'))
  return new ModelFailure(kind, isTold ? told(status, words) : `HTTP ${status}`, {
    status,
    retryAfterMs,
  })
}

/** The fault that a server sends within a stream that began well. */
export function streamFailure(error: unknown): ModelFailure {
  const { data } = ErrorObject.safeParse(error)
  const code = Number(data?.code ?? 500)
  const status = code >= 400 && code < 600 ? code : 500
  return new ModelFailure(
    kindOfStatus(status, data?.message ?? ''),
    `an error in the stream, code ${status}`,
  )
}

export function kindOfStatus(status: number, words: string): ModelFaultKind {
  if (status === 401 || status === 403) return 'unauthorized'
  if (status === 404) return 'not-found'
  if (status === 429 || status === 503) return 'busy'
  if (status >= 500 || status === 408 || status === 425) return 'server'
  return isTooLong(words) ? 'too-long' : 'refused'
}

/** vLLM: "maximum context length is 8192 tokens"; llama-server: "exceeds the available context size". */
function isTooLong(words: string): boolean {
  return /maximum context length|context (?:size|length|window)|max_tokens|too many tokens/i.test(
    words,
  )
}

/** Retry-After is seconds, or a date. */
function waitOf(header: string | null): number | undefined {
  if (header === null) return undefined
  const isSeconds = /^\d{1,6}$/.test(header.trim())
  const waitMs = isSeconds ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs)
}

const ErrorObject = z.object({
  message: z.string().optional(),
  code: z.union([z.number(), z.string()]).nullish(),
})
const ErrorBody = z.union([
  z.object({ error: ErrorObject }).transform(({ error }) => error.message ?? ''),
  z.object({ error: z.string() }).transform(({ error }) => error),
  z.object({ message: z.string() }).transform(({ message }) => message),
  z.tuple([z.object({ error: ErrorObject })]).transform(([{ error }]) => error.message ?? ''),
])

function wordsOf(body: string): string {
  try {
    return ErrorBody.safeParse(JSON.parse(body)).data ?? ''
  } catch {
    // A page for people, of a proxy on the way: its status says enough.
    return ''
  }
}

function told(status: number, words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim().slice(0, 160)
  return line === '' ? `HTTP ${status}` : `HTTP ${status}: ${line}`
}

/** An error needs no more than its beginning, and may be endless. */
async function beginningOf(response: Response): Promise<string> {
  if (response.body === null) return ''
  const decoder = new TextDecoder()
  let text = ''
  for await (const bytes of response.body) {
    text += decoder.decode(bytes, { stream: true })
    if (text.length >= longestBody) break
  }
  return text
}
