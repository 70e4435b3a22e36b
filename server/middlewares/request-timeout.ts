import type { Middleware } from 'koa'
import { timedOut } from '../errors.ts'
import type { AppState } from './app-state.ts'

/** Answers 504 when a request takes too long, and tells whoever works for it to stop by `ctx.state.signal`. */
export function requestTimeout(limitMs: number): Middleware<AppState> {
  return async (ctx, next) => {
    const controller = new AbortController()
    ctx.state.signal = controller.signal
    const { promise, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => {
      const error = timedOut(limitMs / 1000)
      controller.abort(error)
      reject(error)
    }, limitMs)
    try {
      await Promise.race([next(), promise])
    } finally {
      clearTimeout(timer)
    }
  }
}
