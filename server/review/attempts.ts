import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { tooManyRequests } from '../errors.ts'

const attempts = 10
const withinSeconds = 15 * 60

/** Sign-ins that failed, by address. */
export function createAttempts() {
  const limiter = new RateLimiterMemory({ points: attempts, duration: withinSeconds })
  return {
    /** Counted before it is known how it ends, so that many at once are no way around. */
    begin: async (address: string): Promise<void> => {
      try {
        await limiter.consume(address)
      } catch (refusal) {
        // The limiter rejects with its own state, no error, when the points are used up.
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        throw tooManyRequests(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)))
      }
    },
    succeeded: async (address: string): Promise<void> => void (await limiter.reward(address)),
  }
}
export type Attempts = ReturnType<typeof createAttempts>
