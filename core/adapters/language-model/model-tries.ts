import { setTimeout as sleep } from 'node:timers/promises'
import type {
  LanguageModel,
  ModelEnd,
  ModelEvent,
  ModelRequest,
} from '#core/ports/language-model.ts'
import { endOf, failureOf, mayPass, ModelFailure } from './model-failure.ts'
import type { ModelLimits } from './model-limits.ts'
import { fittedPrompt, halvedPrompt, promptBytes, readyPrompt, type Prompt } from './prompt.ts'
import { createTokenEstimate, type TokenEstimate } from './token-estimate.ts'
import { createWatch } from './watch.ts'

/** One try, and what those before it have taught. */
type Try = {
  readonly prompt: Prompt
  readonly count: number
  /** Our credentials were not taken; get others. */
  readonly isRefused: boolean
  readonly isHalved: boolean
}

/** What the transports differ in: how to ask once. It throws what goes wrong, as a ModelFailure where it can. */
export type Transport = {
  readonly name: string
  readonly contextTokens: number
  readonly limits: ModelLimits
  ask(one: Try, request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelEvent>
}

/** A model that is asked within its limits, and again where that may help. */
export function createModel(transport: Transport): LanguageModel {
  const { name, contextTokens, limits } = transport
  const estimate = createTokenEstimate()
  return {
    name,
    contextTokens,
    async *stream(request) {
      const room = { contextTokens, maxTokens: request.maxTokens }
      const prompt = fittedPrompt(readyPrompt(request), room, estimate)
      const deadline = createWatch()
      deadline.within(
        limits.totalMs,
        new ModelFailure('overtime', `not done in ${limits.totalMs} ms`),
      )
      const signal = AbortSignal.any([request.signal, deadline.signal])
      const first = { prompt, count: 1, isRefused: false, isHalved: false }
      try {
        signal.throwIfAborted()
        yield* tryFrom(first, { transport, request, estimate, signal })
      } catch (error) {
        yield endOf(deadline.signal.aborted ? deadline.signal.reason : error, request.signal)
      } finally {
        deadline.close()
      }
    },
  }
}

type Asked = {
  readonly transport: Transport
  readonly request: ModelRequest
  readonly estimate: TokenEstimate
  readonly signal: AbortSignal
}

/** Tries until the first word was said; after it there is no going back. */
async function* tryFrom(one: Try, asked: Asked): AsyncGenerator<ModelEvent> {
  const { transport, request, estimate, signal } = asked
  let hasBegun = false
  let next: Try
  try {
    for await (const event of transport.ask(one, request, signal)) {
      hasBegun ||= event.type === 'text'
      if (event.type === 'end') learnFrom(event, one.prompt, estimate)
      yield event
    }
    return
  } catch (error) {
    if (hasBegun || signal.aborted) throw error
    next = await nextTry(failureOf(error, false), one, transport.limits, signal)
  }
  yield* tryFrom(next, asked)
}

function learnFrom(end: ModelEnd, prompt: Prompt, estimate: TokenEstimate): void {
  if (end.reason === 'error' || end.promptTokens === undefined) return
  estimate.learn(promptBytes(prompt), end.promptTokens)
}

/** Changes what can be changed, or waits; throws where another try has no use. */
async function nextTry(
  failure: ModelFailure,
  one: Try,
  limits: ModelLimits,
  signal: AbortSignal,
): Promise<Try> {
  if (failure.status === 401 && !one.isRefused) return { ...one, isRefused: true }
  const shorter = failure.kind === 'too-long' ? halvedPrompt(one.prompt) : undefined
  if (shorter !== undefined && !one.isHalved) return { ...one, prompt: shorter, isHalved: true }
  const waitMs = failure.retryAfterMs ?? Math.random() * waitUpTo(one.count, limits)
  const isLast = one.count >= limits.tries || waitMs > limits.longestWaitMs
  if (isLast || !mayPass(failure)) throw failure
  await sleep(waitMs, undefined, { signal })
  return { ...one, count: one.count + 1 }
}

function waitUpTo(count: number, limits: ModelLimits): number {
  return Math.min(limits.longestWaitMs, limits.firstWaitMs * 2 ** (count - 1))
}
