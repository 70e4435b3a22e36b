import type { Sentence } from '#core/protocol/documents/sentence.ts'

/** The ids of the facts that sentences cite. */
export function factsCitedBy(sentences: readonly Sentence[]): ReadonlySet<string> {
  return new Set(sentences.flatMap(({ parts }) => parts.flatMap(({ factId }) => factId ?? [])))
}

/**
 * The model's sentences, and beside them those of the composer's that hold a fact which the model left out, in
 * the order in which the composer tells it.
 */
export function sentencesBeside(
  byModel: readonly Sentence[],
  composed: readonly Sentence[],
): Sentence[] {
  const told = factsCitedBy(byModel)
  const left = new Set(byModel)
  const all: Sentence[] = []
  for (const sentence of composed) {
    const own = factsCitedBy([sentence])
    const fitting = [...left].filter((one) => !factsCitedBy([one]).isDisjointFrom(own))
    for (const one of fitting) left.delete(one)
    all.push(...fitting)
    if (own.size === 0 || !own.isSubsetOf(told)) all.push(sentence)
  }
  return [...all, ...left]
}
