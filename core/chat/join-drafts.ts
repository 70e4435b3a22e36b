import { textOf } from '#core/composer/say.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { Draft } from './draft.ts'

const mostSuggestions = 4

/** Of several questions each gets what it asked for, in less room. */
const mostSentences = (questions: number) => (questions > 2 ? 1 : 2)

/** The answers to the questions of one message, in their order, as one. */
export function joinDrafts(drafts: readonly Draft[]): Draft {
  const [first, ...others] = drafts
  if (first === undefined) throw new Error('there is nothing to join')
  if (drafts.length === 1) return first
  const short = (draft: Draft) =>
    shortened(withoutAdviceTold(draft, drafts), mostSentences(drafts.length))
  const outcomes = drafts.map(({ outcome }) => outcome)
  const facts = drafts.flatMap((draft) => draft.facts)
  const suggestions = drafts.flatMap((draft) => draft.suggestions)
  return {
    ...(first.lead !== undefined && { lead: first.lead }),
    outcome: outcomes.includes('answered') ? 'answered' : first.outcome,
    sentences: unrepeated(
      [short(first), ...others.map((draft) => withLead(draft, short(draft)))].flat(),
    ),
    facts: [...new Map(facts.map((fact) => [fact.id, fact])).values()],
    asked: [...new Set(drafts.flatMap(({ asked }) => asked))],
    suggestions: [...new Map(suggestions.map((one) => [one.label, one])).values()].slice(
      0,
      mostSuggestions,
    ),
  }
}

/** "Where do I lose, and what do I do about it?": advice that says no more than an answer before it makes room for the next. */
function withoutAdviceTold(draft: Draft, drafts: readonly Draft[]): Draft {
  const before = drafts.slice(0, drafts.indexOf(draft)).flatMap(({ sentences }) => sentences)
  const told = new Set(before.flatMap(({ parts }) => parts.flatMap(({ factId }) => factId ?? [])))
  const [first, ...others] = draft.sentences
  const isTold =
    first?.kind === 'action' &&
    others.some(({ kind }) => kind === 'action') &&
    first.parts.every(({ factId }) => factId === undefined || told.has(factId))
  return isTold ? { ...draft, sentences: others } : draft
}

/** The first sentences, and those that tell what was asked for. */
function shortened({ sentences, asked }: Draft, most: number): readonly Sentence[] {
  const told = new Set<string>()
  return sentences.filter(({ parts }, index) => {
    const news = parts.flatMap(({ factId }) => factId ?? []).filter((id) => !told.has(id))
    const isKept = index < most || news.some((id) => asked.includes(id))
    if (isKept) for (const id of news) told.add(id)
    return isKept
  })
}

function withLead({ lead }: Draft, sentences: readonly Sentence[]): readonly Sentence[] {
  return lead === undefined ? sentences : [lead, ...sentences]
}

/** Two questions with the same answer get it once. */
function unrepeated(sentences: readonly Sentence[]): Sentence[] {
  return [...new Map(sentences.map((sentence) => [textOf(sentence), sentence])).values()]
}

/** The first sentence alone, which has the answer. */
export function briefly({ sentences, asked, ...draft }: Draft): Draft {
  const first = sentences.slice(0, 1)
  const told = new Set(first.flatMap(({ parts }) => parts.flatMap(({ factId }) => factId ?? [])))
  return { ...draft, sentences: first, asked: asked.filter((id) => told.has(id)) }
}
