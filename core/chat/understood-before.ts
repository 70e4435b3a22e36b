import { askWhat } from './ask-back.ts'
import type { PastQuestion } from './answer-question.ts'
import type { Classifier } from './understanding/intents/classifier.ts'

/**
 * What was asked back as "is it one of these?" changes no subject: it counts as asked about what the question before was, with
 * the race and the car that it named.
 */
export function understoodBefore(
  history: readonly PastQuestion[],
  { intents }: Classifier,
): readonly PastQuestion[] {
  const known: PastQuestion[] = []
  for (const past of history) {
    const before = known.at(-1)
    known.push(
      isUnsure(past, intents) && before !== undefined
        ? { ...past, scope: { ...past.scope, intents: before.scope.intents } }
        : past,
    )
  }
  return known
}

function isUnsure(
  { outcome, scope, suggestions = [] }: PastQuestion,
  intents: Classifier['intents'],
) {
  if (outcome !== 'asked-back') return false
  const read = scope.intents.flatMap((id) => intents.get(id) ?? [])
  const offered = new Set(askWhat(read).suggestions.map(({ label }) => label))
  return suggestions.some(({ label }) => offered.has(label))
}
