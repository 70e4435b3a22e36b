import type { ModelEnd, ModelFaultKind } from '#core/ports/language-model.ts'

type FailureOptions = {
  readonly cause?: unknown
  readonly retryAfterMs?: number | undefined
  readonly status?: number
}

/** Thrown inside the transports; the stream's consumer sees it as its last event. */
export class ModelFailure extends Error {
  override name = 'ModelFailure'
  readonly kind: ModelFaultKind
  /** The server's wish, in its Retry-After. */
  readonly retryAfterMs: number | undefined
  /** Of HTTP, where there was one. */
  readonly status: number | undefined

  constructor(kind: ModelFaultKind, detail: string, options: FailureOptions = {}) {
    super(detail, { cause: options.cause })
    this.kind = kind
    this.retryAfterMs = options.retryAfterMs
    this.status = options.status
  }
}

/** What may pass when it is tried again, as long as no word of the answer was said. */
export function mayPass({ kind }: ModelFailure): boolean {
  return ['unreachable', 'busy', 'server', 'late', 'cut'].includes(kind)
}

/** What a fetch, or the reading of its body, threw. */
export function failureOf(error: unknown, hasBegun: boolean): ModelFailure {
  if (error instanceof ModelFailure) return error
  return new ModelFailure(hasBegun ? 'cut' : 'unreachable', causeOf(error), { cause: error })
}

/** fetch says 'fetch failed' of everything; why is in the cause of its error. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { cause } = error
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  // 'bad port', 'unknown scheme': fetch refuses by itself.
  return cause instanceof Error && cause.message !== '' ? cause.message : error.name
}

/** The end of a stream that failed, or that its caller no longer wants. */
export function endOf(error: unknown, caller: AbortSignal): ModelEnd {
  if (caller.aborted) return { type: 'end', reason: 'aborted' }
  const { kind, message } = failureOf(error, false)
  return { type: 'end', reason: 'error', fault: { kind, detail: message } }
}
