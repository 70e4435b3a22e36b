import type * as z from 'zod'
import { badRequest, notFound } from '../errors.ts'
import type { RawInput } from '../request-input.ts'

/** An id that is none cannot be there: told as any other that is not. */
export function parsePlace<S extends z.ZodType>(schema: S, params: RawInput): z.output<S> {
  const parsed = schema.safeParse(params)
  if (parsed.success) return parsed.data
  throw noSuchAnswer()
}

/** Answers and conversations that were deleted, and those that never were, are told alike. */
export const noSuchAnswer = () =>
  notFound('It is not stored: its driver or its time has deleted it, or it never was.')

/** Names what is wrong, and not what was sent: it may be a driver's words. */
export function parseBody<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  )
  throw badRequest(faults.join('; ').slice(0, 500))
}
