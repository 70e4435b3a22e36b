import * as z from 'zod'

const errorCodes = [
  'bad-request',
  'unauthorized',
  'forbidden',
  'not-found',
  'method-not-allowed',
  'conflict',
  'too-many-requests',
  'internal',
  'unavailable',
  'timeout',
] as const
export const ErrorCode = z.enum(errorCodes)
export type ErrorCode = z.infer<typeof ErrorCode>

/** How every failed request is answered. */
export const ErrorAnswer = z
  .object({ error: z.object({ code: ErrorCode, message: z.string() }) })
  .meta({ id: 'Error' })
export type ErrorAnswer = z.infer<typeof ErrorAnswer>
