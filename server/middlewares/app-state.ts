import type { ParameterizedContext } from 'koa'

/** What the middlewares of one request tell each other. */
export type AppState = {
  /** Aborted when the request has run out of time. */
  signal?: AbortSignal
  /** Why the answer is 5xx, for the log only. */
  fault?: unknown
}
export type AppContext = ParameterizedContext<AppState>
