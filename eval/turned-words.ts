import type { Fact } from '#core/domain/fact.ts'
import type { Answer } from './answer.ts'

/** Gaps of a document: + is slower than what they are compared with. */
const gap = /(paceGapMs|gapToCompositeMs|gapToJointMs|medianGapMs|meanGapMs|potentialMs)$/
const slower = /^,? (off|slower|behind)\b/
const quicker = /^,? (ahead|quicker|faster|under)\b/

/** Where the word behind a gap says the opposite of the gap's sign. */
export function turnedWords({ sentences, facts }: Answer): readonly string[] {
  return sentences.flatMap(({ parts }) =>
    parts.flatMap((part, at) => {
      const fact = 'factId' in part ? facts.find(({ id }) => id === part.factId) : undefined
      const behind = parts[at + 1]?.text ?? ''
      return fact !== undefined && isTurned(fact, behind)
        ? [`turned: ${fact.id} is ${fact.value}, told as "${part.text}${behind}"`]
        : []
    }),
  )
}

function isTurned({ id, value }: Fact, behind: string): boolean {
  if (!gap.test(id) || typeof value !== 'number') return false
  return (value < 0 && slower.test(behind)) || (value > 0 && quicker.test(behind))
}
