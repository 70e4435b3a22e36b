import * as z from 'zod'
import { ServiceProblem } from './service-problem.ts'

const ErrorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** GET of an answer, parsed by its shape; every failure is a ServiceProblem. */
export async function getAnswer<T>(
  shape: z.ZodType<T>,
  path: string,
  signal?: AbortSignal,
): Promise<T> {
  const response = await reach(path, signal)
  if (!response.ok) throw await problemOf(response)
  const parsed = shape.safeParse(await response.json())
  if (parsed.success) return parsed.data
  throw new ServiceProblem(
    'unexpected',
    'The service answered in a form that this page does not know. Load the page anew: it may be older than the service.',
    response.status,
  )
}

async function reach(path: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(path, {
      headers: { Accept: 'application/json' },
      ...(signal !== undefined && { signal }),
    })
  } catch (error) {
    if (signal?.aborted === true) throw error
    throw new ServiceProblem('offline', 'The service cannot be reached.')
  }
}

async function problemOf(response: Response): Promise<ServiceProblem> {
  const body = ErrorBody.safeParse(await response.json().catch(() => undefined))
  if (!body.success)
    return new ServiceProblem('unexpected', response.statusText || 'No answer', response.status)
  const { code, message } = body.data.error
  return new ServiceProblem(code, message, response.status)
}
