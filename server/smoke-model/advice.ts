import * as z from 'zod'
import type { ModelFaultKind } from '#core/ports/language-model.ts'

const Models = z.object({ data: z.array(z.object({ id: z.string() })) })
const longestWaitMs = 5_000
const mostNames = 12

type Server = { readonly url: string; readonly apiKey: string | undefined }

/** What to look at where a chat-completions server does not answer at all; undefined where the fault says enough. */
export async function adviceFor(server: Server, kind: ModelFaultKind): Promise<string | undefined> {
  if (kind === 'not-found') return await whatIsThere(server)
  return advice(server)[kind]
}

const advice = ({ url }: Server): { readonly [Kind in ModelFaultKind]?: string } => ({
  unreachable: `nothing answers at MODEL_URL=${url}: is the server running, and may this machine reach it?`,
  unauthorized: 'the server wants another key: set MODEL_API_KEY to one that it knows',
  late: 'it is there but slow: a model of this size may need a GPU, or more time to load',
})

/** The models that the server lists, where it speaks the protocol at all. */
async function whatIsThere({ url, apiKey }: Server): Promise<string> {
  const wrongUrl = `MODEL_URL=${url} has to go up to and with /v1`
  try {
    const signal = AbortSignal.timeout(longestWaitMs)
    const headers = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }
    const answer = await fetch(`${url.replace(/\/$/, '')}/models`, { headers, signal })
    const models = Models.safeParse(await answer.json())
    if (!models.success) return wrongUrl
    const names = models.data.data.map(({ id }) => id).slice(0, mostNames)
    return names.length === 0
      ? 'the server has no model yet: load or pull one'
      : `set MODEL_NAME to one that the server has: ${names.join(', ')}`
  } catch {
    // No list of models, so it is no such server, or not at this path.
    return wrongUrl
  }
}
