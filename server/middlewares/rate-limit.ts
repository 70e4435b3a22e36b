import type { Middleware } from 'koa'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { addressKey } from '../address-key.ts'
import { tooManyRequests } from '../errors.ts'
import type { AppState } from './app-state.ts'

/** So many requests a minute from one address; 0 is no limit. Health is not counted: probes must get through. */
export function rateLimit(requestsPerMinute: number): Middleware<AppState> {
  if (requestsPerMinute === 0) return (_ctx, next) => next()
  const limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 })
  return async (ctx, next) => {
    if (!ctx.path.startsWith('/health')) await consume(limiter, addressKey(ctx.ip))
    await next()
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refusal) {
    // The limiter rejects with its own state, no error, when the points are used up.
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    throw tooManyRequests(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)))
  }
}
