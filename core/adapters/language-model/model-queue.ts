import type { LanguageModel, ModelEvent } from '#core/ports/language-model.ts'
import { createQueuePlaces, type Place } from './queue-places.ts'

export type QueueOptions = {
  /** Requests that the model works on at once. */
  readonly concurrency: number
  /** Who would come after so many is sent away. */
  readonly longestQueue: number
}

/** A queue before the model, so that who waits can be told; in the model's own queue nobody is. */
export function withQueue(model: LanguageModel, options: QueueOptions): LanguageModel {
  const places = createQueuePlaces(options.concurrency)
  return {
    name: model.name,
    contextTokens: model.contextTokens,
    async *stream(request) {
      if (!places.isFree() && places.waiting() >= options.longestQueue) {
        const fault = { kind: 'busy', detail: `${places.waiting()} wait already` } as const
        yield { type: 'end', reason: 'error', fault }
        return
      }
      const place = places.enter(request.signal)
      try {
        yield* untilTurn(place, request.signal)
        if (request.signal.aborted) yield { type: 'end', reason: 'aborted' }
        else yield* model.stream(request)
      } finally {
        place.leave()
      }
    },
  }
}

async function* untilTurn(place: Place, signal: AbortSignal): AsyncGenerator<ModelEvent> {
  let told = 0
  for (;;) {
    const changed = place.changed()
    const number = place.number()
    if (number === 0 || signal.aborted) return
    if (number === told) {
      // oxlint-disable-next-line no-await-in-loop -- one step up after the other
      await changed
    } else {
      told = number
      yield { type: 'queued', place: number }
    }
  }
}
