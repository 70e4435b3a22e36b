import type { IncomingHttpHeaders } from 'node:http'
import type { Middleware } from 'koa'
import { RequestError } from '../errors.ts'
import type { AppState } from '../middlewares/app-state.ts'
import { identify } from './identify.ts'
import { refuseForeign } from './refuse-foreign.ts'
import type { ReviewDesk } from './review-desk.ts'

/** With SURFACE=coach: no answer of the API without signing in. Paths for coaches look for themselves. */
export function onlyCoaches(desk: ReviewDesk): Middleware<AppState> {
  return async (ctx, next) => {
    const isOfApi = ctx.path.startsWith('/api/') && !ctx.path.startsWith('/api/coach/')
    if (isOfApi) {
      refuseForeign(ctx.method, ctx.headers, desk.origins)
      await identify(ctx.headers, desk)
    }
    await next()
  }
}

/** Whether a request for a socket is a coach's. */
export async function isCoach(headers: IncomingHttpHeaders, desk: ReviewDesk): Promise<boolean> {
  try {
    await identify(headers, desk)
    return true
  } catch (error) {
    if (error instanceof RequestError) return false
    throw error
  }
}
