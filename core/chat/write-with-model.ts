import type { Checked, Scope as CheckScope } from '#core/domain/grounding/given.ts'
import { checkAgainst } from '#core/domain/grounding/check-sentence.ts'
import { knownFrom } from '#core/domain/grounding/known.ts'
import {
  createSentenceSplitter,
  type SentenceSplitter,
} from '#core/domain/grounding/split-sentences.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { LanguageModel, ModelEvent } from '#core/ports/language-model.ts'
import { answerPromptValues } from './answer-prompt.ts'
import type { Draft } from './draft.ts'

/** What a model is asked to phrase, and with what. */
export type ModelWriter = {
  readonly model: LanguageModel
  readonly promptHash: string
  /** Fills the prompt: instructions, and the turn that holds question, facts and skeleton. */
  readonly prompt: (
    values: ReturnType<typeof answerPromptValues>,
  ) => Promise<{ readonly instructions: string; readonly user: string }>
}

export type WrittenEvent =
  | { readonly type: 'queued'; readonly place: number }
  | { readonly type: 'sentence'; readonly sentence: Sentence }
  | { readonly type: 'withheld'; readonly reason: string; readonly text: string }
  /** The model did not get to its end. */
  | { readonly type: 'failed' }

const mostSentences = 8
const mostWithheld = 3

/**
 * The model's sentences as they pass the check, and the places of those that do not. It ends early where the
 * model wanders: what it has not said by then, the composer says.
 */
export async function* writeWithModel(
  { model, prompt }: ModelWriter,
  question: string,
  draft: Draft,
  scope: CheckScope,
  signal: AbortSignal,
): AsyncGenerator<WrittenEvent> {
  const given = draft.facts.map((fact, index) => ({ label: `F${index + 1}`, fact }))
  const known = knownFrom(given, scope)
  const splitter = createSentenceSplitter()
  const about = [...scope.raceIds, ...scope.cars.map((car) => `car ${car}`)].join(', ')
  const { instructions, user } = await prompt(answerPromptValues(question, about, draft, given))
  const turns = [{ role: 'user', text: user }] as const
  const request = { instructions, turns, maxTokens: 400, temperature: 0.3, signal }
  const told = new Set<string>()
  let withheld = 0
  for await (const said of model.stream(request)) {
    if (said.type === 'queued') yield said
    if (said.type === 'end' && said.reason === 'error') yield { type: 'failed' }
    const texts = said.type === 'text' ? splitter.push(said.text) : atEnd(said, splitter)
    for (const text of texts) {
      if (told.has(text)) continue
      told.add(text)
      const event = toldOrWithheld(text, checkAgainst(text, known, draft.sentences))
      if (event.type === 'withheld') withheld++
      yield event
      if (told.size >= mostSentences || withheld >= mostWithheld) return
    }
  }
}

/** A sentence without any fact tells nothing of this race: a headline, or what is left of the prompt. */
function toldOrWithheld(text: string, checked: Checked): WrittenEvent {
  if (!checked.passed) return { type: 'withheld', reason: checked.reason.words, text }
  const { kind, parts } = checked
  const isTelling = kind === 'hypothesis' || parts.some(({ factId }) => factId !== undefined)
  if (!isTelling)
    return { type: 'withheld', reason: 'It said nothing that the timing shows.', text }
  return { type: 'sentence', sentence: { kind, author: 'model', parts: [...parts] } }
}

/** What is left when the stream has ended; where it was cut, half a sentence may say the contrary of the whole. */
function atEnd(event: ModelEvent, splitter: SentenceSplitter): readonly string[] {
  return event.type === 'end' && event.reason === 'stop' ? splitter.end() : []
}
