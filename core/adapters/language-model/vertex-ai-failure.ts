import { kindOfStatus } from './http-failure.ts'
import { failureOf, ModelFailure } from './model-failure.ts'

/**
 * What the package throws. Its own errors carry a status only in their words, and where the body is not
 * what it expects it falls over its own feet: a SyntaxError for a page, a TypeError for vLLM's errors.
 */
export function vertexAiFailure(error: unknown, hasBegun: boolean): ModelFailure {
  if (error instanceof ModelFailure) return error
  if (!(error instanceof Error)) return failureOf(error, hasBegun)
  const [, status] = /^(?:\[.*\]: )?got status: (\d{3})/.exec(error.message) ?? []
  if (status !== undefined) return ofStatus(Number(status), error)
  if (/\bpars(?:e|ing)\b/.test(error.message)) {
    return new ModelFailure('garbled', 'an event that is no JSON', { cause: error })
  }
  if (hasBegun) return new ModelFailure('cut', error.name, { cause: error })
  if (error.name === 'GoogleAuthError' || /authenticat/i.test(error.message)) {
    return new ModelFailure('unauthorized', 'no Google credentials', { cause: error })
  }
  if (error instanceof SyntaxError) {
    return new ModelFailure('server', 'an error that is no JSON', { cause: error })
  }
  if (error instanceof TypeError && error.message.includes("reading 'message'")) {
    return new ModelFailure('refused', 'an error that is not Google’s', { cause: error })
  }
  return new ModelFailure('unreachable', error.name, { cause: error })
}

/** Its words repeat the whole body of the answer, and that may repeat the prompt; so they are not told. */
function ofStatus(status: number, cause: Error): ModelFailure {
  return new ModelFailure(kindOfStatus(status, cause.message), `HTTP ${status}`, { cause, status })
}
