import { randomBytes } from 'node:crypto'
import type { Context, Middleware } from 'koa'
import type { Device } from '#core/protocol/drawn-page.ts'
import type { Progress } from '#core/protocol/rest/health-answer.ts'
import { withNonce } from '../middlewares/security-headers.ts'
import type { BuiltClient } from './built-client.ts'
import type { DrawnPages } from './drawn-pages.ts'
import { preparingPage } from './preparing-page.ts'

export type ClientPageOptions = {
  readonly client: BuiltClient
  readonly progress: () => Progress | undefined
  /** Absent: the browser draws every page. */
  readonly drawnPages?: DrawnPages
}

/** The dashboard: one page for all of its paths, its own scripts and styles allowed by a nonce of each answer. */
export function clientPage({ client, progress, drawnPages }: ClientPageOptions): Middleware {
  return async (ctx) => {
    const build = await client.current()
    ctx.type = 'html'
    ctx.set('Cache-Control', 'no-store')
    if (build === undefined) {
      ctx.set('Refresh', '2')
      ctx.body = preparingPage(progress())
      return
    }
    const drawn = await drawnPages?.({ build, address: ctx.url, device: deviceOf(ctx) })
    const nonce = randomBytes(16).toString('base64')
    ctx.set('Content-Security-Policy', withNonce(nonce))
    ctx.body = build.page({ nonce, path: ctx.path, drawn })
  }
}

/** A guess, which the browser mends once it runs: wrong where a desk's window is as narrow as a phone. */
function deviceOf(ctx: Pick<Context, 'get'>): Device {
  const isPhone = ctx.get('Sec-CH-UA-Mobile') === '?1' || /\bMobi/.test(ctx.get('User-Agent'))
  return isPhone ? 'phone' : 'desk'
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
