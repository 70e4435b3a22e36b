import { expect, onTestFinished } from 'vitest'
import { createChatCompletions, type ChatCompletionsOptions } from './chat-completions.ts'
import { startModelServer, type Exchange } from './model-server-fixtures.ts'

/** Short enough to be waited for in tests. */
export const shortLimits = {
  firstTokenMs: 300,
  idleMs: 200,
  totalMs: 5_000,
  tries: 3,
  firstWaitMs: 1,
  longestWaitMs: 2_000,
}

/** The client, and a server of its own that behaves as `answer` says. */
export async function modelThat(
  answer: (exchange: Exchange, index: number) => void | Promise<void>,
  options: Partial<ChatCompletionsOptions> = {},
) {
  const server = await startModelServer(answer)
  onTestFinished(() => server.stop())
  const model = createChatCompletions({
    name: 'gemma',
    url: `${server.url}/chat/completions`,
    wireName: 'gemma-3-4b-it',
    credentials: async () => ({}),
    contextTokens: 8192,
    limits: shortLimits,
    ...options,
  })
  return { model, server, exchanges: server.exchanges }
}

export function fault(kind: string, detail: unknown = expect.any(String)) {
  return { type: 'end', reason: 'error', fault: { kind, detail } }
}
