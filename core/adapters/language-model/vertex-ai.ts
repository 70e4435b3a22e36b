import type { GenerateContentRequest, GenerativeModel } from '@google-cloud/vertexai'
import type { LanguageModel, ModelEvent, ModelRequest } from '#core/ports/language-model.ts'
import { ModelFailure } from './model-failure.ts'
import type { ModelLimits } from './model-limits.ts'
import { createModel } from './model-tries.ts'
import { turnsWithInstructions, type Prompt } from './prompt.ts'
import { untilAborted } from './until-aborted.ts'
import { parseVertexAiChunk } from './vertex-ai-chunk.ts'
import { vertexAiFailure } from './vertex-ai-failure.ts'
import { vertexAiSchema } from './vertex-ai-schema.ts'
import { createWatch } from './watch.ts'

export type VertexAiOptions = {
  /** A publisher's model, 'gemini-2.5-flash', or the resource name of an endpoint. */
  readonly model: string
  readonly project: string
  readonly location: string
  readonly dns: string | undefined
  readonly contextTokens: number
  readonly limits: ModelLimits
}

/**
 * Google's own package: for Gemini, or for an endpoint that is known to answer generateContent. It takes no
 * signal: who stops early is free at once, but the package holds its socket until the answer or `totalMs` ends.
 */
export function createVertexAi(options: VertexAiOptions): LanguageModel {
  const { model, contextTokens, limits } = options
  let client: Promise<GenerativeModel> | undefined
  return createModel({
    name: model.split('/').at(-1) ?? model,
    contextTokens,
    limits,
    async *ask({ prompt, isRefused }, request, signal) {
      if (isRefused) client = undefined
      client ??= connect(options)
      yield* tryVertexAi(await client, generationOf(request, prompt), limits, signal)
    },
  })
}

/** Loaded only here: it warns at every start that it is deprecated, and brings 18 MB along. */
async function connect({ model, project, location, dns, limits }: VertexAiOptions) {
  const { VertexAI } = await import('@google-cloud/vertexai')
  const vertex = new VertexAI({
    project,
    location,
    // Otherwise it spends half a second looking for the project.
    googleAuthOptions: { projectId: project },
    ...(dns !== undefined && { apiEndpoint: dns }),
  })
  return vertex.getGenerativeModel({ model }, { timeout: limits.totalMs })
}

async function* tryVertexAi(
  model: GenerativeModel,
  request: GenerateContentRequest,
  limits: ModelLimits,
  caller: AbortSignal,
): AsyncGenerator<ModelEvent> {
  const watch = createWatch()
  const signal = AbortSignal.any([caller, watch.signal])
  const late = new ModelFailure('late', `no token in ${limits.firstTokenMs} ms`)
  const stalled = new ModelFailure('stalled', `silent for ${limits.idleMs} ms`)
  let end: ModelEvent | undefined
  let hasBegun = false
  try {
    watch.within(limits.firstTokenMs, late)
    const stream = await untilAborted(begin(model, request), signal)
    for await (const said of stoppable(stream, signal)) {
      const { text, finish } = parseVertexAiChunk(said)
      if (finish !== undefined) end = finish
      watch.pause()
      hasBegun ||= text !== ''
      if (text !== '') yield { type: 'text', text }
      watch.within(limits.idleMs, stalled)
    }
  } catch (error) {
    if (caller.aborted || end === undefined) throw vertexAiFailure(error, hasBegun)
  } finally {
    watch.close()
  }
  if (end === undefined) throw new ModelFailure('cut', 'the stream ended without a reason')
  yield end
}

async function begin(model: GenerativeModel, request: GenerateContentRequest) {
  const { stream, response } = await model.generateContentStream(request)
  // The package collects the answer a second time; that it fails is known from the stream already.
  response.catch(() => {})
  return stream
}

/** What a stream says until the signal; it is not told to return, as that would wait for its next word. */
async function* stoppable<T>(stream: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = stream[Symbol.asyncIterator]()
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one word after the other
    const next = await untilAborted(iterator.next(), signal)
    if (next.done === true) return
    yield next.value
  }
}

function generationOf(request: ModelRequest, prompt: Prompt): GenerateContentRequest {
  return {
    // No systemInstruction: a template of Gemma's would refuse it.
    contents: turnsWithInstructions(prompt).map(({ role, text }) => ({ role, parts: [{ text }] })),
    generationConfig: {
      maxOutputTokens: request.maxTokens,
      temperature: request.temperature,
      ...(request.schema && {
        responseMimeType: 'application/json',
        responseSchema: vertexAiSchema(request.schema.schema),
      }),
    },
  }
}
