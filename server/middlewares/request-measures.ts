import type Router from '@koa/router'
import type { Middleware } from 'koa'
import type { Measures } from '../measures.ts'
import type { AppState } from './app-state.ts'

/** Each request with its route; what is nobody's route is counted as such, so that no path is a name of its own. */
export function requestMeasures(
  measures: Measures,
  router: Router<AppState>,
): Middleware<AppState> {
  return async (ctx, next) => {
    const startedAt = performance.now()
    try {
      await next()
    } finally {
      const { method, path, status } = ctx
      const route = String(router.match(path, method).path.at(-1)?.path ?? 'none')
      measures.request({ method, route, status, tookMs: performance.now() - startedAt })
    }
  }
}
