import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import type { LanguageModel, ModelEvent, ModelRequest } from '#core/ports/language-model.ts'

const Body = z.looseObject({
  messages: z.array(z.object({ role: z.string(), content: z.string() })).default([]),
  max_tokens: z.int().default(0),
})

/** One request to the server, and the line to answer it on. */
export type Exchange = {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** The client's end of the connection. */
  readonly port: number | undefined
  readonly body: z.infer<typeof Body>
  readonly response: ServerResponse
  /** Settles when the socket is closed before the answer was whole. */
  readonly left: Promise<void>
}

export type ModelServer = {
  readonly url: string
  readonly exchanges: Exchange[]
  stop(): Promise<void>
}

/** A model server written by hand, on a free port; `answer` says how it behaves. */
export async function startModelServer(
  answer: (exchange: Exchange, index: number) => void | Promise<void>,
): Promise<ModelServer> {
  const exchanges: Exchange[] = []
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const left = Promise.withResolvers<void>()
    response.on('close', () => {
      if (!response.writableFinished) left.resolve()
    })
    const exchange = {
      path: request.url ?? '',
      headers: request.headers,
      port: request.socket.remotePort,
      // A question for its models has none.
      body: Body.parse(JSON.parse((await text(request)) || '{}')),
      response,
      left: left.promise,
    }
    exchanges.push(exchange)
    await answer(exchange, exchanges.length - 1)
  }
  const server = createServer((request, response) => void take(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.object({ port: z.int() }).parse(server.address())
  return {
    url: `http://127.0.0.1:${port}/v1`,
    exchanges,
    async stop() {
      if (!server.listening) return
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export function chunk(content: string): string {
  return event({ choices: [{ index: 0, delta: { content }, finish_reason: null }] })
}

export function finish(finishReason = 'stop'): string {
  return event({ choices: [{ index: 0, delta: {}, finish_reason: finishReason }] })
}

export function usage(promptTokens: number, outputTokens: number): string {
  const counts = { prompt_tokens: promptTokens, completion_tokens: outputTokens }
  return event({ choices: [], usage: counts })
}

export const done = 'data: [DONE]\n\n'

export function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`
}

/** Sends pieces as a stream of events; the answer stays open until it is ended. */
export function say({ response }: Exchange, ...pieces: readonly (string | Uint8Array)[]): void {
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' })
  for (const piece of pieces) response.write(piece)
}

/** A whole answer. */
export function sayAll(exchange: Exchange, ...texts: readonly string[]): void {
  say(exchange, ...texts.map(chunk), finish(), usage(12, texts.length), done)
  exchange.response.end()
}

/** The same bytes in packets of their own, `size` at a time. */
export async function sayInPackets(exchange: Exchange, stream: string, size: number) {
  const bytes = Buffer.from(stream)
  exchange.response.socket?.setNoDelay(true)
  for (let at = 0; at < bytes.length; at += size) {
    say(exchange, bytes.subarray(at, at + size))
    // oxlint-disable-next-line no-await-in-loop -- one packet after the other
    await sleep(1)
  }
  exchange.response.end()
}

export function refuse(
  { response }: Exchange,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const isPage = typeof body === 'string'
  response.writeHead(status, {
    'content-type': isPage ? 'text/html' : 'application/json',
    ...headers,
  })
  response.end(isPage ? body : JSON.stringify(body))
}

/** A question as the coach asks it. */
export function question(parts: Partial<ModelRequest> = {}): ModelRequest {
  return {
    instructions: 'Answer briefly.',
    turns: [{ role: 'user', text: 'Where do I lose time?' }],
    maxTokens: 64,
    temperature: 0,
    signal: new AbortController().signal,
    ...parts,
  }
}

/** All that a model says, and how it ends. */
export async function answerOf(model: LanguageModel, request: ModelRequest = question()) {
  const events = await Array.fromAsync(model.stream(request))
  return { events, text: textOf(events), end: events.at(-1) }
}

export function textOf(events: readonly ModelEvent[]): string {
  return events.map((one) => (one.type === 'text' ? one.text : '')).join('')
}
