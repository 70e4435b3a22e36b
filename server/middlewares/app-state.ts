/** What the middlewares of one request tell each other. */
export type AppState = {
  /** Rejects when the request has run out of time and is answered without its route. */
  timedOut?: Promise<never>
  /** Why the answer is 5xx, for the log only. */
  fault?: unknown
}
