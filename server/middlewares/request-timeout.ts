import type { Middleware } from 'koa'
import { timedOut } from '../errors.ts'
import type { AppState } from './app-state.ts'

/** Answers 504 when a request takes too long; whoever works for it learns that from `ctx.state.timedOut`. */
export function requestTimeout(limitMs: number): Middleware<AppState> {
  return async (ctx, next) => {
    const { promise, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => reject(timedOut(limitMs / 1000)), limitMs)
    ctx.state.timedOut = promise
    try {
      await Promise.race([next(), promise])
    } finally {
      clearTimeout(timer)
    }
  }
}
