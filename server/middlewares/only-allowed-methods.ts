import type Router from '@koa/router'
import type { Middleware } from 'koa'
import { methodNotAllowed } from '../errors.ts'
import type { AppState } from './app-state.ts'

/** After the router: a path that is known, but not by this method, is 405 with what is allowed. */
export function onlyAllowedMethods(router: Router<AppState>): Middleware<AppState> {
  return (ctx, next) => {
    const { path: layers, route: isRouted } = router.match(ctx.path, ctx.method)
    if (isRouted) return next()
    const allowed = [...new Set(layers.flatMap((layer) => layer.methods))].toSorted()
    if (allowed.length > 0) throw methodNotAllowed(ctx.method, allowed)
    return next()
  }
}
