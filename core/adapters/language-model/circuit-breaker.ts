import { type LanguageModel, type ModelEnd, OutOfPatience } from '#core/ports/language-model.ts'

export type BreakerOptions = {
  /** So many failures in a row open it. */
  readonly failures: number
  /** Then the model is left alone for so long, and one request tries it. */
  readonly restMs: number
  readonly now: () => number
  /** It opened, or closed again. */
  readonly changed?: (isOpen: boolean) => void
}

/** Spares a driver the wait for a model that has just failed several others. */
export function withCircuitBreaker(model: LanguageModel, options: BreakerOptions): LanguageModel {
  let failures = 0
  let restsUntil = 0
  let isTrying = false
  return {
    name: model.name,
    contextTokens: model.contextTokens,
    async *stream(request) {
      const isOpen = failures >= options.failures
      if (isOpen && (isTrying || options.now() < restsUntil)) {
        const fault = { kind: 'resting', detail: `after ${failures} failures in a row` } as const
        yield { type: 'end', reason: 'error', fault }
        return
      }
      // Open, and rested: this one tries it for the others.
      if (isOpen) isTrying = true
      try {
        for await (const event of model.stream(request)) {
          if (event.type === 'end') {
            if (isFailure(event, request.signal)) {
              failures++
              restsUntil = options.now() + options.restMs
              if (failures === options.failures) options.changed?.(true)
            } else if (event.reason !== 'aborted') {
              if (failures >= options.failures) options.changed?.(false)
              failures = 0
            }
          }
          yield event
        }
      } finally {
        // Also when the consumer stopped early: that says nothing of the model, and the next may try.
        if (isOpen) isTrying = false
      }
    },
  }
}

/** A request that the model rightly refuses says nothing against the model; nor does a caller who left. */
function isFailure(end: ModelEnd, { aborted, reason }: AbortSignal): boolean {
  if (end.reason === 'aborted') return aborted && reason instanceof OutOfPatience
  return end.reason === 'error' && end.fault.kind !== 'too-long' && end.fault.kind !== 'refused'
}
