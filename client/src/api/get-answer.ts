import type { ZodType } from 'zod'
import { type AnswerSource, overNetwork } from './answer-source.ts'
import { ServiceProblem } from './service-problem.ts'

/** GET of an answer, parsed by its shape; every failure is a ServiceProblem. */
export async function getAnswer<T>(
  shape: ZodType<T> | Promise<ZodType<T>>,
  path: string,
  { signal, source = overNetwork }: Asking,
): Promise<T> {
  return await answerOf(shape, await reach(path, { signal }, source))
}

export type Asking = { readonly signal: AbortSignal; readonly source?: AnswerSource }

export type Sent = {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What changes something, answered and parsed like a GET. */
export async function sendRequest<T>(
  shape: ZodType<T>,
  path: string,
  { method, headers, body }: Sent,
): Promise<T> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) }
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' }
  const response = await reach(path, { method, headers: { ...headers, ...type }, ...json })
  return await answerOf(shape, response)
}

async function answerOf<T>(
  shape: ZodType<T> | Promise<ZodType<T>>,
  response: Response,
): Promise<T> {
  if (!response.ok) throw await problemOf(response)
  const body: unknown = await response.json()
  const parsed = (await shape).safeParse(body)
  if (parsed.success) return parsed.data
  throw new ServiceProblem(
    'unexpected',
    'The service answered in a form that this page does not know. Load the page anew: it may be older than the service.',
    response.status,
  )
}

async function reach(
  path: string,
  init: RequestInit,
  source: AnswerSource = overNetwork,
): Promise<Response> {
  try {
    return await source(path, { ...init, headers: withAccept(init.headers) })
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
  const body: unknown = await response.json().catch(() => undefined)
  if (!isErrorBody(body))
    return new ServiceProblem('unexpected', response.statusText || 'No answer', response.status)
  return new ServiceProblem(body.error.code, body.error.message, response.status)
}

type ErrorBody = { readonly error: { readonly code: string; readonly message: string } }

/** Read without a shape: it has to be told when nothing more can be loaded. */
function isErrorBody(body: unknown): body is ErrorBody {
  const error = fieldOf(body, 'error')
  return typeof fieldOf(error, 'code') === 'string' && typeof fieldOf(error, 'message') === 'string'
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
