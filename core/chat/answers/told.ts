import type { Fact } from '#core/domain/fact.ts'
import type { Outcome, Suggestion } from '#core/protocol/chat/frames.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { Draft } from '../draft.ts'

type Told = {
  readonly outcome?: Outcome
  readonly sentences: readonly (Sentence | undefined)[]
  /** Facts of the sentences, and those that may be cited beside them. */
  readonly facts: readonly (Fact | undefined)[]
  /** Those that the question asked for. */
  readonly asked?: readonly (Fact | undefined)[]
  readonly suggestions?: readonly (string | Suggestion)[]
}

/** A draft of what there is to tell; gaps in it are left out. A suggestion may be its words alone. */
export function told({ outcome, sentences, facts, asked = [], suggestions = [] }: Told): Draft {
  const all = [...asked, ...facts].filter((fact) => fact !== undefined)
  return {
    outcome: outcome ?? 'answered',
    sentences: sentences.filter((sentence) => sentence !== undefined),
    facts: [...new Map(all.map((fact) => [fact.id, fact])).values()],
    asked: asked.flatMap((fact) => (fact === undefined ? [] : [fact.id])),
    suggestions: suggestions.map((one) =>
      typeof one === 'string' ? { label: one, text: one } : one,
    ),
  }
}
