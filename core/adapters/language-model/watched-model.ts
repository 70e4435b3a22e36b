import type { LanguageModel } from '#core/ports/language-model.ts'
import type { ModelWatch } from '#core/ports/model-watch.ts'

/** Tells how long the model took, and how its answers ended; one that nobody listened to is not told. */
export function withWatch(model: LanguageModel, watch: Pick<ModelWatch, 'ended'>): LanguageModel {
  return {
    name: model.name,
    contextTokens: model.contextTokens,
    async *stream(request) {
      const startedAt = performance.now()
      let firstTokenMs: number | undefined
      for await (const event of model.stream(request)) {
        const sinceStart = performance.now() - startedAt
        if (event.type === 'text') firstTokenMs ??= sinceStart
        if (event.type === 'end')
          watch.ended({
            end: event,
            tookMs: sinceStart,
            ...(firstTokenMs !== undefined && { firstTokenMs }),
          })
        yield event
      }
    },
  }
}
