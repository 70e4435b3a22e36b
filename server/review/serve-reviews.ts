import type { Readable } from 'node:stream'
import type Router from '@koa/router'
import type { RouterContext } from '@koa/router'
import type { AppState } from '../middlewares/app-state.ts'
import { routerPath } from '../router-path.ts'
import { createAttempts } from './attempts.ts'
import { identify } from './identify.ts'
import { refuseForeign } from './refuse-foreign.ts'
import { requestBody } from './request-body.ts'
import type { ReviewDesk } from './review-desk.ts'
import { reviewRoutes } from './review-routes.ts'
import { FileAnswer } from './file-answer.ts'

/** Adds the paths for coaches. Who asks is looked at before what is asked. */
export function serveReviews(router: Router<AppState>, desk: ReviewDesk): void {
  const attempts = createAttempts()
  for (const route of reviewRoutes) {
    const hasBody = route.method === 'POST' || route.method === 'PUT'
    const serve = async (ctx: RouterContext<AppState>) => {
      refuseForeign(ctx.method, ctx.headers, desk.origins)
      const signedIn = route.isOpen ? undefined : await identify(ctx.headers, desk)
      const body = hasBody ? await requestBody(ctx.req) : {}
      const { params, query } = ctx
      const request = { desk, ctx, attempts, params, query, body, ...(signedIn && { signedIn }) }
      send(ctx, await route.answerTo(request))
    }
    router.register(routerPath(route.path), [route.method], serve)
  }
}

/** Nobody between keeps what was a driver's. */
function send(ctx: RouterContext<AppState>, answer: unknown): void {
  if (ctx.headerSent) return
  ctx.set('Cache-Control', 'no-store')
  if (answer instanceof FileAnswer) {
    ctx.set('Content-Disposition', `attachment; filename="${answer.name}"`)
    ctx.type = answer.type
    const body: Readable = answer.lines
    ctx.body = body
    return
  }
  ctx.body = answer
}
