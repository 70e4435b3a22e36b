import * as z from 'zod'
import { ServiceProblem } from './service-problem.ts'

const ErrorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** GET of an answer, parsed by its shape; every failure is a ServiceProblem. */
export async function getAnswer<T>(
  shape: z.ZodType<T>,
  path: string,
  signal?: AbortSignal,
): Promise<T> {
  return await answerOf(shape, await reach(path, { ...(signal !== undefined && { signal }) }))
}

export type Sent = {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What changes something, answered and parsed like a GET. */
export async function sendRequest<T>(
  shape: z.ZodType<T>,
  path: string,
  { method, headers, body }: Sent,
): Promise<T> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) }
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' }
  const response = await reach(path, { method, headers: { ...headers, ...type }, ...json })
  return await answerOf(shape, response)
}

async function answerOf<T>(shape: z.ZodType<T>, response: Response): Promise<T> {
  if (!response.ok) throw await problemOf(response)
  const parsed = shape.safeParse(await response.json())
  if (parsed.success) return parsed.data
  throw new ServiceProblem(
    'unexpected',
    'The service answered in a form that this page does not know. Load the page anew: it may be older than the service.',
    response.status,
  )
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, headers: withAccept(init.headers) })
  } catch (error) {
    if (init.signal?.aborted === true) throw error
    throw new ServiceProblem('offline', 'The service cannot be reached.')
  }
}

function withAccept(headers: HeadersInit | undefined): Headers {
  const all = new Headers(headers)
  all.set('Accept', 'application/json')
  return all
}

async function problemOf(response: Response): Promise<ServiceProblem> {
  const body = ErrorBody.safeParse(await response.json().catch(() => undefined))
  if (!body.success)
    return new ServiceProblem('unexpected', response.statusText || 'No answer', response.status)
  const { code, message } = body.data.error
  return new ServiceProblem(code, message, response.status)
}
