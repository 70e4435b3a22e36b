import { ModelFailure } from './model-failure.ts'

/** Ends a request that keeps still for too long; one span of time after another. */
export type Watch = {
  readonly signal: AbortSignal
  /** From now on something has to happen within this time. */
  within(ms: number, failure: ModelFailure): void
  /** Nothing is waited for while the consumer is at work. */
  pause(): void
  /** Ends the watch and closes what still listens to the signal. */
  close(): void
}

export function createWatch(): Watch {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  return {
    signal: controller.signal,
    within(ms, failure) {
      clearTimeout(timer)
      timer = setTimeout(() => controller.abort(failure), ms)
    },
    pause: () => clearTimeout(timer),
    close() {
      clearTimeout(timer)
      controller.abort()
    },
  }
}
