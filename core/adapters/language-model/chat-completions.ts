import type { LanguageModel, ModelRequest } from '#core/ports/language-model.ts'
import { tryChat } from './chat-try.ts'
import type { ModelLimits } from './model-limits.ts'
import { createModel } from './model-tries.ts'
import { turnsWithInstructions, type Prompt } from './prompt.ts'
import { untilAborted } from './until-aborted.ts'

/** Characters of the longest token that is worth waiting for. */
const longestToken = 16

export type ChatCompletionsOptions = {
  readonly name: string
  /** The whole address, '…/chat/completions'. */
  readonly url: string
  /** What the server calls the model; '' for an endpoint that has only one. */
  readonly wireName: string
  /** Headers that let us in; `isRefused`: those before did not. */
  readonly credentials: (isRefused: boolean) => Promise<Readonly<Record<string, string>>>
  readonly contextTokens: number
  readonly limits: ModelLimits
}

/** A model behind any server that speaks OpenAI's chat completions, streamed. */
export function createChatCompletions(options: ChatCompletionsOptions): LanguageModel {
  const { name, contextTokens, limits } = options
  return createModel({
    name,
    contextTokens,
    limits,
    async *ask({ prompt, isRefused }, request, signal) {
      const call = {
        url: options.url,
        headers: await untilAborted(options.credentials(isRefused), signal),
        body: JSON.stringify(bodyOf(request, prompt, options.wireName)),
        // A server that ignores max_tokens would never end.
        longestText: request.maxTokens * longestToken,
      }
      yield* tryChat(call, limits, signal)
    },
  })
}

function bodyOf(request: ModelRequest, prompt: Prompt, model: string) {
  return {
    model,
    messages: turnsWithInstructions(prompt).map(({ role, text }) => ({
      role: role === 'user' ? 'user' : 'assistant',
      content: text,
    })),
    max_tokens: request.maxTokens,
    temperature: request.temperature,
    stream: true,
    stream_options: { include_usage: true },
    ...(request.schema && {
      response_format: { type: 'json_schema', json_schema: { ...request.schema, strict: true } },
    }),
  }
}
