import { note } from '#core/composer/say.ts'
import type { Scope as CheckScope } from '#core/domain/grounding/given.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { AnswerEvent, AnswerRecord, Question } from './answer-question.ts'
import type { Draft } from './draft.ts'
import { type ModelWriter, writeWithModel } from './write-with-model.ts'

type Telling = {
  readonly question: Question
  readonly scope: CheckScope
  readonly generation: string
  readonly startedAt: number
}

type TellWith = { readonly writer?: ModelWriter; readonly clock: () => number }

/** What has been told of an answer so far. */
type Told = {
  index: number
  firstSentenceMs: number | null
  hasModelFailed: boolean
  readonly cited: Set<string>
  readonly withheld: AnswerRecord['withheld'][number][]
}

/** The draft in the model's words where they pass the check, the rest of it in the composer's. */
export async function* tell(
  draft: Draft,
  { question, scope, generation, startedAt }: Telling,
  { writer, clock }: TellWith,
): AsyncGenerator<AnswerEvent> {
  const { signal, text } = question
  const told = nothingYet()
  const sinceStart = () => clock() - startedAt
  if (draft.lead !== undefined) yield sentenceEvent(draft.lead, draft, told, sinceStart)
  const isPhrased = writer !== undefined && draft.outcome === 'answered' && draft.facts.length > 0
  if (isPhrased)
    for await (const event of writeWithModel(writer, text, draft, scope, signal)) {
      if (signal.aborted) break
      if (event.type === 'queued') yield event
      if (event.type === 'failed') told.hasModelFailed = true
      if (event.type === 'sentence') yield sentenceEvent(event.sentence, draft, told, sinceStart)
      if (event.type === 'withheld') {
        const { index } = told
        told.withheld.push({ index, reason: event.reason, text: event.text })
        told.index++
        yield { type: 'withheld', index, reason: event.reason }
      }
    }
  for (const sentence of leftToSay(draft, told)) {
    if (signal.aborted) break
    yield sentenceEvent(sentence, draft, told, sinceStart)
  }
  if (told.hasModelFailed && !signal.aborted)
    yield sentenceEvent(withoutModel, draft, told, sinceStart)
  yield {
    type: 'done',
    outcome: signal.aborted ? 'stopped' : draft.outcome,
    facts: draft.facts.filter(({ id }) => told.cited.has(id)),
    suggestions: draft.suggestions,
    record: {
      generation,
      model: isPhrased ? writer.model.name : null,
      promptHash: isPhrased ? writer.promptHash : null,
      firstSentenceMs: told.firstSentenceMs,
      tookMs: sinceStart(),
      ...(told.hasModelFailed && { hasModelFailed: true }),
      withheld: told.withheld,
    },
  }
}

function nothingYet(): Told {
  return {
    index: 0,
    firstSentenceMs: null,
    hasModelFailed: false,
    cited: new Set(),
    withheld: [],
  }
}

const withoutModel = note`The model did not answer in full just now: what it did not say is written without it.`

function sentenceEvent(
  sentence: Sentence,
  { facts }: Draft,
  told: Told,
  sinceStart: () => number,
): AnswerEvent {
  told.firstSentenceMs ??= sinceStart()
  const cited = new Set(sentence.parts.flatMap(({ factId }) => factId ?? []))
  for (const factId of cited) told.cited.add(factId)
  const shown = facts.filter(({ id }) => cited.has(id))
  return { type: 'sentence', index: told.index++, sentence, facts: shown }
}

/**
 * All of it where no model spoke; else the sentences that hold what was asked for and was not said. A verdict
 * is told in words: where none of its sentences cites what is missing, all of them are told.
 */
function leftToSay({ sentences, asked }: Draft, { cited }: Told): readonly Sentence[] {
  if (cited.size === 0) return sentences
  const missing = asked.filter((id) => !cited.has(id))
  const holding = (ids: readonly string[]) =>
    sentences.filter(({ parts }) =>
      parts.some(({ factId }) => factId !== undefined && ids.includes(factId)),
    )
  const isInWords = missing.some((id) => holding([id]).length === 0)
  return isInWords ? sentences : holding(missing)
}
