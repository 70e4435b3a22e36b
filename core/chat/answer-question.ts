import type { Fact } from '#core/domain/fact.ts'
import type { Outcome, Suggestion } from '#core/protocol/chat/frames.ts'
import type { Scope, ScreenContext } from '#core/protocol/chat/scope.ts'
import type { AnswerRecord } from '#core/protocol/chat/transcript.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'

export type { AnswerRecord }

/** A question as it is put to the coach. */
export type Question = {
  readonly text: string
  /** What the screen shows. */
  readonly context?: ScreenContext
  /** What the driver changed in how it was understood; it overrides everything else. */
  readonly scope?: Partial<Scope>
  /** Earlier questions of the conversation, oldest first. */
  readonly history: readonly PastQuestion[]
  readonly signal: AbortSignal
}

export type PastQuestion = {
  readonly text: string
  readonly scope: Scope
  /** What the screen showed then: where it has changed since, the screen wins. */
  readonly context?: ScreenContext
  readonly outcome: Outcome
  readonly facts: readonly Fact[]
  /** What was offered to ask next; of a question back, its choices. */
  readonly suggestions?: readonly Suggestion[]
}

/** An answer as it comes to be: `accepted` first, `done` last, whatever happens between. */
export type AnswerEvent =
  | { readonly type: 'accepted'; readonly scope: Scope }
  | { readonly type: 'queued'; readonly place: number }
  | {
      readonly type: 'sentence'
      readonly index: number
      readonly sentence: Sentence
      /** Those whose text it shows: `done` has them all, where the answer gets that far. */
      readonly facts?: readonly Fact[]
    }
  | { readonly type: 'withheld'; readonly index: number; readonly reason: string }
  | {
      readonly type: 'done'
      readonly outcome: Outcome
      readonly facts: readonly Fact[]
      readonly suggestions: readonly Suggestion[]
      readonly record: AnswerRecord
    }

/** The coach: one question in, its answer sentence by sentence out. Aborted, it ends with `done` and 'stopped'. */
export type AnswerQuestion = (question: Question) => AsyncIterable<AnswerEvent>
