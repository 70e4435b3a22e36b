import type { Checked, Scope as CheckScope } from '#core/domain/grounding/given.ts'
import { checkAgainst } from '#core/domain/grounding/check-sentence.ts'
import { knownFrom } from '#core/domain/grounding/known.ts'
import {
  createSentenceSplitter,
  type SentenceSplitter,
} from '#core/domain/grounding/split-sentences.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { type LanguageModel, type ModelEvent, OutOfPatience } from '#core/ports/language-model.ts'
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
  readonly patience?: Patience
}

/** What a driver waits for, from the model's turn on: the first sentence takes the prompt's time too. */
export type Patience = { readonly firstMs: number; readonly nextMs: number }
const usualPatience: Patience = { firstMs: 30_000, nextMs: 15_000 }

export type WrittenEvent =
  | { readonly type: 'queued'; readonly place: number }
  | { readonly type: 'sentence'; readonly sentence: Sentence }
  | { readonly type: 'withheld'; readonly reason: string; readonly text: string }
  /** The model did not get to its end. */
  | { readonly type: 'failed' }

const mostSentences = 8
const mostWithheld = 3
/** A model that says the same again and again goes in a circle. */
const mostAgain = 2
/** A model that begins with nothing that can be shown gets no third try. */
const mostWithheldAtFirst = 2

/**
 * The model's sentences as they pass the check, and the places of those that do not. It ends early where the
 * model wanders: what it has not said by then, the composer says.
 */
export async function* writeWithModel(
  { model, prompt, patience = usualPatience }: ModelWriter,
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
  const told = createTold()
  const limit = createLimit(patience.firstMs)
  const request = {
    instructions,
    turns,
    maxTokens: 400,
    temperature: 0.3,
    signal: AbortSignal.any([signal, limit.signal]),
  }
  try {
    for await (const said of model.stream(request)) {
      if (said.type === 'queued') {
        limit.within(patience.firstMs)
        yield said
      }
      if (said.type === 'end' && hasFailed(said, signal)) yield { type: 'failed' }
      const texts = said.type === 'text' ? splitter.push(said.text) : atEnd(said, splitter)
      for (const text of texts) {
        if (told.isEnough() || (isOfThePrompt(text) && told.hasBegun())) return
        if (told.knows(text) || isOfThePrompt(text)) continue
        const event = toldOrWithheld(text, checkAgainst(text, known, draft.sentences))
        if (told.repeats(event)) continue
        limit.within(patience.nextMs)
        yield event
        if (told.isEnough()) return
      }
    }
  } finally {
    limit.clear()
  }
}

/** What was said so far: a weak model says it again. */
function createTold() {
  const texts = new Set<string>()
  const facts = new Set<string>()
  let sentences = 0
  let withheld = 0
  let again = 0
  return {
    knows: (text: string) => {
      const isKnown = texts.has(text)
      texts.add(text)
      if (isKnown) again++
      return isKnown
    },
    hasBegun: () => sentences > 0 || withheld > 0,
    /** Counts a sentence, unless all its facts were told before. */
    repeats: (event: WrittenEvent) => {
      if (event.type === 'withheld') withheld++
      if (event.type !== 'sentence') return false
      const ids = event.sentence.parts.flatMap(({ factId }) => factId ?? [])
      if (ids.length > 0 && ids.every((id) => facts.has(id))) return true
      for (const id of ids) facts.add(id)
      sentences++
      return false
    },
    isEnough: () =>
      texts.size >= mostSentences ||
      again >= mostAgain ||
      withheld >= (sentences === 0 ? mostWithheldAtFirst : mostWithheld),
  }
}

/** Aborts what takes longer than it was last given. */
function createLimit(firstMs: number) {
  const abort = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const within = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => abort.abort(new OutOfPatience('a driver would not wait longer')), ms)
  }
  within(firstMs)
  return { signal: abort.signal, within, clear: () => clearTimeout(timer) }
}

/** It broke, or a driver would have waited too long; not where the driver has stopped it. */
function hasFailed({ reason }: { readonly reason: string }, signal: AbortSignal): boolean {
  return reason === 'error' || (reason === 'aborted' && !signal.aborted)
}

/** A fence or a heading of the prompt: a model that repeats one has ended its answer, or not begun it. */
function isOfThePrompt(text: string): boolean {
  return /^<{1,2}\/?[a-z]+>{1,2}$|^(?:ABOUT|FACTS|DRAFT|QUESTION|ANSWER):?$/i.test(text.trim())
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
