import type { ModelEnd } from './language-model.ts'

/** One request to the model, as it went. The time of waiting in the queue is not in it. */
export type ModelCall = {
  readonly end: ModelEnd
  readonly tookMs: number
  /** Absent where it said nothing. */
  readonly firstTokenMs?: number
}

/** Who is told how the model does. */
export type ModelWatch = {
  readonly ended: (call: ModelCall) => void
  /** The breaker opened, or closed again. */
  readonly breaker: (isOpen: boolean) => void
}
