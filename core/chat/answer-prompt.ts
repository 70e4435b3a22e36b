import type { GivenFact } from '#core/domain/grounding/given.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { Draft } from './draft.ts'

/** The longest piece of somebody else's text that goes into a prompt. */
const longestLabel = 160
const mostFacts = 60

/** What fills prompts/answer.prompt: the facts as a numbered list with their texts, and the composer's draft. */
export function answerPromptValues(
  question: string,
  about: string,
  draft: Draft,
  given: readonly GivenFact[],
): Readonly<Record<'question' | 'about' | 'facts' | 'skeleton', string>> {
  const labelOf = new Map(given.map(({ label, fact }) => [fact.id, label]))
  return {
    question: withoutFences(question),
    about,
    facts: given
      .slice(0, mostFacts)
      .map(
        ({ label, fact }) =>
          `[${label}] ${withoutFences(fact.label.slice(0, longestLabel))}: ${withoutFences(fact.text)}`,
      )
      .join('\n'),
    skeleton: draft.sentences.map((sentence) => withLabels(sentence, labelOf)).join('\n'),
  }
}

/** One line, and nothing in it that ends the fence around it or begins another. */
function withoutFences(text: string): string {
  return text.replaceAll(/(?:[<>]{2,}|\s)+/g, ' ').trim()
}

function withLabels({ kind, parts }: Sentence, labelOf: ReadonlyMap<string, string>): string {
  const text = parts.map(({ text: words, factId }) => {
    const label = factId === undefined ? undefined : labelOf.get(factId)
    return label === undefined ? words : `[${label}]`
  })
  return withoutFences(`${kind === 'hypothesis' ? 'Hypothesis: ' : ''}${text.join('')}`)
}
