import type { Middleware } from 'koa'
import { faultFields, type Log } from '../log.ts'
import { traceFields } from '../trace.ts'
import type { AppState } from './app-state.ts'

/**
 * One line a request. The path without its query, and no address: what people type and who they are stays out
 * of the log.
 */
export function requestLog(log: Log, project?: string): Middleware<AppState> {
  return async (ctx, next) => {
    const startedAt = performance.now()
    try {
      await next()
    } finally {
      const { fault } = ctx.state
      const level = fault === undefined ? levelOf(ctx.status, ctx.path) : 'error'
      log[level](
        {
          httpRequest: {
            requestMethod: ctx.method,
            requestUrl: ctx.path.slice(0, 200),
            status: ctx.status,
            latency: `${((performance.now() - startedAt) / 1000).toFixed(6)}s`,
            userAgent: ctx.get('User-Agent').slice(0, 200),
          },
          ...traceFields(ctx.headers, project),
          ...(fault === undefined ? {} : faultFields(fault)),
        },
        'request',
      )
    }
  }
}

/** Probes ask every few seconds; their good answers are not news. */
function levelOf(status: number, path: string): 'debug' | 'info' | 'warn' {
  if (status === 503 || status === 429) return 'warn'
  return path.startsWith('/health') ? 'debug' : 'info'
}
