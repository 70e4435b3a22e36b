import { askWhat } from './ask-back.ts'
import type { PastQuestion } from './answer-question.ts'
import type { Classifier } from './understanding/classifier.ts'

/** Questions that were understood: what was asked back as "is it one of these?" is no subject to follow on from. */
export function understoodBefore(
  history: readonly PastQuestion[],
  { intents }: Classifier,
): readonly PastQuestion[] {
  return history.filter(({ outcome, scope, suggestions = [] }) => {
    if (outcome !== 'asked-back') return true
    const read = scope.intents.flatMap((id) => intents.get(id) ?? [])
    const offered = new Set(askWhat(read).suggestions.map(({ label }) => label))
    return !suggestions.some(({ label }) => offered.has(label))
  })
}
