import type { LanguageModel, ModelEvent, ModelFaultKind } from '#core/ports/language-model.ts'

/** A model that says at each call what it is given for it, when it is given. */
export function scriptedModel() {
  const calls: { finish: (...events: readonly ModelEvent[]) => void; hasEnded: boolean }[] = []
  const model: LanguageModel = {
    name: 'scripted',
    contextTokens: 8192,
    async *stream({ signal }) {
      const { promise, resolve } = Promise.withResolvers<readonly ModelEvent[]>()
      const call = {
        finish: (...events: readonly ModelEvent[]) => resolve(events),
        hasEnded: false,
      }
      calls.push(call)
      signal.addEventListener('abort', () => resolve([{ type: 'end', reason: 'aborted' }]))
      try {
        yield* await promise
      } finally {
        call.hasEnded = true
      }
    },
  }
  return { model, calls }
}

export const stop = { type: 'end', reason: 'stop' } as const

export function failed(kind: ModelFaultKind) {
  return { type: 'end', reason: 'error', fault: { kind, detail: 'as the script says' } } as const
}
