import type { Fact } from '#core/domain/fact.ts'
import type { FactKind } from '#core/domain/fact-text.ts'
import type { Part } from '#core/protocol/documents/sentence.ts'
import { computedFact, type Operation } from './computed-fact.ts'
import type { Draft } from './draft.ts'

type Wanted = {
  readonly words: RegExp
  /** The unit of the facts that are told in another one. */
  readonly from: string
  readonly operation: Operation
  readonly kind: FactKind
}

const units: readonly Wanted[] = [
  {
    words: /\bmph\b|\bmiles (?:per|an|a) hour\b/i,
    from: 'km/h',
    operation: 'in-mph',
    kind: 'mph',
  },
  {
    words: /\bfahrenheit\b|(?:°|º|\b(?:degrees?|deg|in) ?)f\b/i,
    from: '°C',
    operation: 'in-fahrenheit',
    kind: 'fahrenheit',
  },
  {
    words: /\bmiles?\b(?! (?:per|an|a) hour)|\bmileage\b/i,
    from: 'm',
    operation: 'in-miles',
    kind: 'miles',
  },
  {
    words:
      /\bin (?:km|kms|kilomet(?:re|er)s?)\b(?! ?\/?(?:h|per|an))|\bhow many (?:km|kms|kilomet(?:re|er)s)\b(?! ?\/?(?:h|per|an))/i,
    from: 'm',
    operation: 'in-kilometres',
    kind: 'kilometres',
  },
  { words: /\bf(?:ee|oo)?t\b/i, from: 'm', operation: 'in-feet', kind: 'feet' },
]

/** A span of degrees is no temperature: nothing is added to it. */
const isSpan = ({ id }: Fact) => /[rR]ange/.test(id)

/** "My top speed in mph": what is told in another unit is computed of what is in the data, and opens it. */
export function inUnitsAsked(draft: Draft, text: string): Draft {
  return units
    .filter(({ words }) => words.test(text))
    .reduce((told, wanted) => inUnit(told, wanted), draft)
}

function inUnit(draft: Draft, { from, operation, kind }: Wanted): Draft {
  const turned = new Map(
    draft.facts
      .filter((fact) => fact.unit === from && typeof fact.value === 'number' && !isSpan(fact))
      .map((fact) => [fact.id, computedFact(operation, [fact], kind, fact.label)]),
  )
  if (turned.size === 0) return draft
  const inPart = (part: Part): Part => {
    const other = part.factId === undefined ? undefined : turned.get(part.factId)
    return other === undefined ? part : { ...part, text: other.text, factId: other.id }
  }
  return {
    ...draft,
    sentences: draft.sentences.map((one) => ({ ...one, parts: one.parts.map(inPart) })),
    facts: draft.facts.flatMap((fact) => [turned.get(fact.id) ?? fact]),
    asked: draft.asked.map((id) => turned.get(id)?.id ?? id),
  }
}
