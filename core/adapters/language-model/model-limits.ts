/** How long a model may take, and how often it is asked. */
export type ModelLimits = {
  readonly firstTokenMs: number
  /** Between two pieces of the stream. */
  readonly idleMs: number
  /** From the question to the end, all tries together. */
  readonly totalMs: number
  readonly tries: number
  /** Waits between tries are random, up to this at first and double each time. */
  readonly firstWaitMs: number
  /** Who is asked to wait longer gives up at once: the driver has an answer without the model. */
  readonly longestWaitMs: number
}

const limits = {
  firstTokenMs: 20_000,
  idleMs: 15_000,
  totalMs: 120_000,
  tries: 3,
  firstWaitMs: 500,
  longestWaitMs: 8_000,
} as const satisfies ModelLimits

export const modelLimits = {
  /** Google ends a request to the shared host after 60 s. */
  sharedEndpoint: { ...limits, totalMs: 55_000 },
  dedicatedEndpoint: limits,
  vertexAi: { ...limits, totalMs: 55_000 },
  /** Without a graphics card the prompt alone takes a laptop half a minute. */
  anyServer: { ...limits, firstTokenMs: 60_000, totalMs: 180_000 },
} as const satisfies Record<string, ModelLimits>
