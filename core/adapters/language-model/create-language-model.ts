import type { LanguageModel } from '#core/ports/language-model.ts'
import type { ModelWatch } from '#core/ports/model-watch.ts'
import { createChatCompletions } from './chat-completions.ts'
import { withCircuitBreaker } from './circuit-breaker.ts'
import { modelLimits } from './model-limits.ts'
import { withQueue } from './model-queue.ts'
import { createVertexAi } from './vertex-ai.ts'
import { chatAddress, createGoogleCredentials, type VertexEndpoint } from './vertex-endpoint.ts'
import { withWatch } from './watched-model.ts'

/** Which model answers, as the settings say. */
export type ModelChoice =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'chat-completions'
      /** Up to and with /v1. */
      readonly url: string
      readonly name: string
      readonly apiKey: string | undefined
    }
  | ({ readonly kind: 'vertex-endpoint'; readonly model: string | undefined } & VertexEndpoint)
  | ({ readonly kind: 'vertexai'; readonly model: string } & Omit<VertexEndpoint, 'endpoint'>)

export type ModelRoom = {
  /** Tokens of prompt and answer together, of one request. */
  readonly contextTokens: number
  /** Requests that the model's server works on at once. */
  readonly concurrency: number
}

/** The model that is set, behind a queue and a breaker; undefined where none is. */
export function createLanguageModel(
  choice: ModelChoice,
  room: ModelRoom = { contextTokens: 8192, concurrency: 4 },
  watch?: ModelWatch,
): LanguageModel | undefined {
  const model = transportOf(choice, room.contextTokens)
  if (model === undefined) return undefined
  const careful = withCircuitBreaker(watch === undefined ? model : withWatch(model, watch), {
    failures: 5,
    restMs: 30_000,
    now: Date.now,
    ...(watch && { changed: watch.breaker }),
  })
  return withQueue(careful, { concurrency: room.concurrency, longestQueue: 100 })
}

/** The bare model: what `smoke:model` tries. */
export function transportOf(choice: ModelChoice, contextTokens: number): LanguageModel | undefined {
  switch (choice.kind) {
    case 'none':
      return undefined
    case 'chat-completions': {
      const key = choice.apiKey
      return createChatCompletions({
        name: choice.name,
        url: `${choice.url.replace(/\/+$/, '')}/chat/completions`,
        wireName: choice.name,
        credentials: async () => (key === undefined ? {} : { authorization: `Bearer ${key}` }),
        contextTokens,
        limits: modelLimits.anyServer,
      })
    }
    case 'vertex-endpoint':
      return createChatCompletions({
        name: choice.model ?? 'gemma',
        url: chatAddress(choice),
        // An endpoint has one model, and takes an empty name for it.
        wireName: '',
        credentials: createGoogleCredentials(choice),
        contextTokens,
        limits:
          choice.dns === undefined ? modelLimits.sharedEndpoint : modelLimits.dedicatedEndpoint,
      })
    case 'vertexai':
      return createVertexAi({ ...choice, contextTokens, limits: modelLimits.vertexAi })
  }
}
