import type { Middleware } from 'koa'
import type { CurrentReader } from '../current-reader.ts'
import type { ResponseCache } from '../response-cache.ts'
import { answerKey, encodingFor, etagOf, isAtClient, sendAnswer } from '../season-answer.ts'
import type { AppState } from './app-state.ts'

export type KnownAnswersOptions = {
  readonly currentReader: CurrentReader
  readonly cache: ResponseCache
  readonly revision: string
}

/** What was answered before in this season needs no route: under load that is nearly everything. */
export function knownAnswers(options: KnownAnswersOptions): Middleware<AppState> {
  const { currentReader, cache, revision } = options
  return async (ctx, next) => {
    const isRead = ctx.method === 'GET' || ctx.method === 'HEAD'
    const reader = isRead && ctx.path.startsWith('/api/') ? await currentReader() : undefined
    if (reader === undefined) return next()
    const etag = etagOf(reader, revision)
    const body = cache.known(answerKey(reader, ctx.url), encodingFor(ctx))
    if (body === undefined || isAtClient(ctx, etag)) return next()
    sendAnswer(ctx, etag, body)
  }
}
