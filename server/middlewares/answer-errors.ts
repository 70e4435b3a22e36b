import type { Middleware } from 'koa'
import { errorAnswer, notFound, requestErrorOf } from '../errors.ts'
import type { AppState } from './app-state.ts'
import { setSecurityHeaders } from './security-headers.ts'

/** The one place where whatever was thrown becomes an answer. */
export const answerErrors: Middleware<AppState> = async (ctx, next) => {
  try {
    await next()
    if (ctx.status === 404 && ctx.body === undefined) {
      throw notFound(`There is nothing at '${ctx.path.slice(0, 100)}'.`)
    }
  } catch (thrown) {
    const error = requestErrorOf(thrown)
    // A 503 without a cause is no fault: the season is still being built.
    if (error.status >= 500)
      ctx.state.fault = error.cause ?? (error.status === 503 ? undefined : error)
    setSecurityHeaders(ctx.res)
    for (const name of ['ETag', 'Content-Encoding', 'Content-Length']) ctx.remove(name)
    ctx.set({ 'Cache-Control': 'no-store', ...error.headers })
    ctx.status = error.status
    ctx.type = 'json'
    ctx.body = JSON.stringify(errorAnswer(error))
  }
}
