import type { Intent } from './intent.ts'

/** What a model is asked to fill in: one of the candidates, or 'none' of them. */
export function pickSchema(candidates: readonly Pick<Intent, 'id' | 'about'>[]) {
  return {
    type: 'object',
    properties: {
      intent: {
        type: 'string',
        enum: [...candidates.map(({ id }) => id), 'none'],
        description: candidates.map(({ id, about }) => `${id}: ${about}`).join('\n'),
      },
    },
    required: ['intent'],
    additionalProperties: false,
  } as const
}

/** Which of the candidates a model picked; undefined for 'none' and for whatever else it wrote. */
export function pickedIntent(
  answer: unknown,
  candidates: readonly Pick<Intent, 'id'>[],
): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('intent' in answer)) return undefined
  return candidates.find(({ id }) => id === answer.intent)?.id
}
