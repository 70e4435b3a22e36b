import type { Fact } from '#core/domain/fact.ts'
import type { Outcome, Suggestion } from '#core/protocol/chat/frames.ts'
import type { Scope, ScreenContext } from '#core/protocol/chat/scope.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { PastQuestion } from './answer-question.ts'
import type { SeasonFacts } from './season-facts.ts'
import type { Wanted } from './understanding/entities/mention.ts'
import type { OrderAsked, Stretch } from './understanding/understanding.ts'

/** One question as it was understood: its intent, and what it is about. */
export type AskedPart = {
  readonly intent: string
  /** The words of this part of the message. */
  readonly text: string
  /** Everything that was named, carried over or on the screen. What an intent needs is there. */
  readonly scope: Scope
  /** The figure that was named: 'mean', 'median', 'std', 'best', 'ideal', 'gap-to-composite', 'trend', … */
  readonly figure?: string
  /** What it wants of the laps besides a figure over all of them. */
  readonly wanted?: Wanted
  /** All of them, where it is more than one. */
  readonly figures?: readonly string[]
  /** "The second best", "and the others?": which of what the answer puts in order. */
  readonly order?: OrderAsked
  /** All sections that were named, where it is more than one. */
  readonly sections?: readonly NonNullable<Scope['section']>[]
  /** "Laps 5 to 9 against 10 to 14": each of them, where it is more than one. */
  readonly stretches?: readonly Stretch[]
  /** What it is to be compared with: 'own-best', 'quick-quarter', 'field', 'composite', 'car', 'winner', … */
  readonly reference?: string
}

/** What an answer is made with. */
export type Ask = {
  readonly part: AskedPart
  readonly season: SeasonFacts
  readonly history: readonly PastQuestion[]
  /** What the screen shows while it is asked. */
  readonly shown?: ScreenContext
}

/** An answer as the composer writes it, and what a model may say it in its own words from. */
export type Draft = {
  readonly outcome: Outcome
  /** Told before all else, whoever writes: what of the question the answer leaves out. */
  readonly lead?: Sentence
  /** The answer first, then what it rests on, the caveat that matters, the next step. */
  readonly sentences: readonly Sentence[]
  /** Every fact that a sentence of the answer may cite; those in `sentences` among them. */
  readonly facts: readonly Fact[]
  /** Ids of those that the question asked for: they are always in the answer. */
  readonly asked: readonly string[]
  readonly suggestions: readonly Suggestion[]
}

/** Answers one intent from facts. Throws only for faults of ours: what the data lacks is a draft that says so. */
export type AnswerIntent = (ask: Ask) => Promise<Draft>
