import { GenerationGone } from '#core/ports/document-store.ts'
import { unavailable } from './errors.ts'

/** An answer of the store; its faults are told as 503, since the client can only try again. */
export async function fromStore<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    throw error instanceof GenerationGone
      ? unavailable('The season was published anew while this was read. Try again.', error)
      : unavailable('The store does not answer. Try again.', error)
  }
}
