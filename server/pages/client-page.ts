import { randomBytes } from 'node:crypto'
import type { Middleware } from 'koa'
import type { Progress } from '#core/protocol/rest/health-answer.ts'
import { withNonce } from '../middlewares/security-headers.ts'
import type { BuiltClient } from './built-client.ts'
import { preparingPage } from './preparing-page.ts'

export type ClientPageOptions = {
  readonly client: BuiltClient
  readonly progress: () => Progress | undefined
}

/** The dashboard: one page for all of its paths, its own scripts and styles allowed by a nonce of each answer. */
export function clientPage({ client, progress }: ClientPageOptions): Middleware {
  return async (ctx) => {
    const nonce = randomBytes(16).toString('base64')
    const page = await client.page(nonce, ctx.path)
    ctx.type = 'html'
    ctx.set('Cache-Control', 'no-store')
    if (page === undefined) {
      ctx.set('Refresh', '2')
      ctx.body = preparingPage(progress())
      return
    }
    ctx.set('Content-Security-Policy', withNonce(nonce))
    ctx.body = page
  }
}

/** An address that is none of ours: a person gets the page, which says so; a program gets the error. */
export function pageNotFound(options: ClientPageOptions): Middleware {
  const page = clientPage(options)
  return async (ctx, next) => {
    const isForAPerson = ctx.method === 'GET' && ctx.accepts('json', 'html') === 'html'
    if (!isForAPerson || ctx.path.startsWith('/api/')) return next()
    await page(ctx, next)
    ctx.status = 404
  }
}
