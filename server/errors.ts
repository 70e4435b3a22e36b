import type { ErrorAnswer, ErrorCode } from '#core/protocol/rest/error-answer.ts'

/** A failure that the client is told about. Everything else that is thrown is a bug: 500, and says nothing. */
export class RequestError extends Error {
  override name = 'RequestError'
  readonly status: number
  readonly code: ErrorCode
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    code: ErrorCode,
    message: string,
    options: ErrorOptions & { headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message, options)
    this.status = status
    this.code = code
    this.headers = options.headers ?? {}
  }
}

export const badRequest = (message: string): RequestError =>
  new RequestError(400, 'bad-request', message)

export const unauthorized = (message: string): RequestError =>
  new RequestError(401, 'unauthorized', message)

export const forbidden = (message: string): RequestError =>
  new RequestError(403, 'forbidden', message)

export const conflict = (message: string): RequestError =>
  new RequestError(409, 'conflict', message)

export const notFound = (message: string): RequestError =>
  new RequestError(404, 'not-found', message)

export const methodNotAllowed = (method: string, allowed: readonly string[]): RequestError =>
  new RequestError(
    405,
    'method-not-allowed',
    `${method} is not allowed here; ${allowed.join(' and ')} are.`,
    { headers: { Allow: allowed.join(', ') } },
  )

export const tooManyRequests = (seconds: number): RequestError =>
  new RequestError(
    429,
    'too-many-requests',
    `Too many requests from this address. Try again in ${seconds} s.`,
    { headers: { 'Retry-After': String(seconds) } },
  )

export const unavailable = (message: string, cause?: unknown): RequestError =>
  new RequestError(503, 'unavailable', message, { cause, headers: { 'Retry-After': '5' } })

export const timedOut = (seconds: number): RequestError =>
  new RequestError(504, 'timeout', `The answer took longer than ${seconds} s.`)

/** What the client is told of anything that was thrown. */
export function requestErrorOf(error: unknown): RequestError {
  if (error instanceof RequestError) return error
  return new RequestError(500, 'internal', 'Something went wrong here. It has been noted.', {
    cause: error,
  })
}

export function errorAnswer({ code, message }: RequestError): ErrorAnswer {
  return { error: { code, message } }
}
