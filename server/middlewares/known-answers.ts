import type { ServerResponse } from 'node:http'
import type { Middleware } from 'koa'
import type { CurrentReader } from '../current-reader.ts'
import type { Body, ResponseCache } from '../response-cache.ts'
import { answerHeaders, answerKey, encodingFor, etagOf, isAtClient } from '../season-answer.ts'
import type { AppState } from './app-state.ts'
import { rawSecurityHeaders } from './security-headers.ts'

export type KnownAnswersOptions = {
  readonly currentReader: CurrentReader
  readonly cache: ResponseCache
  readonly revision: string
}

/**
 * What was answered before in this season needs no route and no timeout: under load that is nearly everything.
 * Its headers are known like its bytes, so they are written at once and past Koa, which would set each anew.
 */
export function knownAnswers(options: KnownAnswersOptions): Middleware<AppState> {
  const { currentReader, cache, revision } = options
  const headersOf = new WeakMap<Body, readonly string[]>()
  const rawHeaders = (body: Body, etag: string) => {
    const known = headersOf.get(body)
    if (known !== undefined) return known
    const headers = [...rawSecurityHeaders, ...answerHeaders(etag, body).flat()]
    headersOf.set(body, headers)
    return headers
  }
  return async (ctx, next) => {
    const isRead = ctx.method === 'GET' || ctx.method === 'HEAD'
    const reader = isRead && ctx.path.startsWith('/api/') ? await currentReader() : undefined
    if (reader === undefined) return next()
    const body = cache.known(answerKey(reader, ctx.url), encodingFor(ctx))
    if (body === undefined) return next()
    const etag = etagOf(reader, revision)
    if (isAtClient(ctx, etag)) return next()
    ctx.respond = false
    send(ctx.res, rawHeaders(body, etag), ctx.method === 'HEAD' ? undefined : body.bytes)
  }
}

function send(response: ServerResponse, headers: readonly string[], bytes: Buffer | undefined) {
  response.writeHead(200, [...headers])
  response.end(bytes)
}
