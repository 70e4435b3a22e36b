import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { type ChatLimits, framesPerMinute } from './limits.ts'

/** How many connections' questions one address may ask. */
const connectionsOfAddress = 10

/** Undefined when there is room, else how long to wait. */
export type Take = (key: string) => Promise<number | undefined>

export type Rates = {
  readonly ofConnection: Take
  readonly ofAddress: Take
  /** Of any kind, by connection. */
  readonly frames: Take
}

const unlimited: Take = () => Promise.resolve(undefined)

/** What one client may ask; 0 questions a minute are no limit. */
export function createRates({ questionsPerMinute, questionsBurst }: ChatLimits): Rates {
  if (questionsPerMinute === 0) {
    return { ofConnection: unlimited, ofAddress: unlimited, frames: unlimited }
  }
  // 3 in each 18 s are 10 a minute, and at most 3 at once.
  const burst = questionsBurst === 0 ? questionsPerMinute : questionsBurst
  const seconds = (burst * 60) / questionsPerMinute
  return {
    ofConnection: limiter(burst, seconds),
    ofAddress: limiter(burst * connectionsOfAddress, seconds),
    frames: limiter(Math.max(framesPerMinute, questionsPerMinute * 6), 60),
  }
}

function limiter(points: number, duration: number): Take {
  const limited = new RateLimiterMemory({ points, duration })
  return async (key) => {
    try {
      await limited.consume(key)
      return undefined
    } catch (refusal) {
      // The limiter rejects with its own state, no error, when the points are used up.
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      return Math.max(1, Math.ceil(refusal.msBeforeNext))
    }
  }
}
