import { textOf } from '#core/composer/say.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { Draft } from './draft.ts'

const mostSuggestions = 4

/** The answers to the questions of one message, in their order, as one. */
export function joinDrafts(drafts: readonly Draft[]): Draft {
  const [first, ...others] = drafts
  if (first === undefined) throw new Error('there is nothing to join')
  if (drafts.length === 1) return first
  const outcomes = drafts.map(({ outcome }) => outcome)
  const facts = drafts.flatMap((draft) => draft.facts)
  const suggestions = drafts.flatMap((draft) => draft.suggestions)
  return {
    ...(first.lead !== undefined && { lead: first.lead }),
    outcome: outcomes.includes('answered') ? 'answered' : first.outcome,
    sentences: unrepeated([first.sentences, ...others.map(withLead)].flat()),
    facts: [...new Map(facts.map((fact) => [fact.id, fact])).values()],
    asked: [...new Set(drafts.flatMap(({ asked }) => asked))],
    suggestions: [...new Map(suggestions.map((one) => [one.label, one])).values()].slice(
      0,
      mostSuggestions,
    ),
  }
}

function withLead({ lead, sentences }: Draft): readonly Sentence[] {
  return lead === undefined ? sentences : [lead, ...sentences]
}

/** Two questions with the same answer get it once. */
function unrepeated(sentences: readonly Sentence[]): Sentence[] {
  return [...new Map(sentences.map((sentence) => [textOf(sentence), sentence])).values()]
}
