import type { Fact } from '#core/domain/fact.ts'
import type { ClientFrame, Outcome, ServerFrame, Suggestion } from '#core/protocol/chat/frames.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'

type FrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, { type: Type }>

/** A question as it was asked here. */
export type Asked = Omit<Extract<ClientFrame, { type: 'ask' }>, 'type'>

/** Why the service did not do something; `retryAtMs` is when it may. */
export type Refusal = {
  readonly code: string
  readonly message: string
  readonly retryAtMs?: number
}

/** A sentence, or the place of one that did not pass the check. */
export type Entry = FrameOf<'sentence' | 'withheld'>

export type Answer = {
  readonly answerId: string
  /** The place of its first frame in the transcript. */
  readonly seq: number
  /** How the question was understood. */
  readonly scope?: Scope
  /** By their index. */
  readonly entries: readonly Entry[]
  /** Before it the model answers others. */
  readonly place?: number
  readonly end?: {
    readonly outcome: Outcome
    readonly facts: readonly Fact[]
    readonly suggestions: readonly Suggestion[]
  }
  /** By their place in the transcript. */
  readonly corrections: readonly FrameOf<'correction'>[]
}

/** A question and its answer. */
export type Turn = {
  /** The question's id; the answer's, until it is known which question it answers. */
  readonly id: string
  /** Absent where the question was asked in another browser, or its words are no longer kept. */
  readonly asked?: Asked
  readonly refusal?: Refusal
  readonly answer?: Answer
}

export function hasEnded({ answer }: Turn): boolean {
  return answer?.end !== undefined
}

/** What a coach put right last, but for what was taken back. */
export function standingCorrection({ corrections }: Answer): FrameOf<'correction'> | undefined {
  const last = corrections.at(-1)
  return last?.isWithdrawn === true ? undefined : last
}

/** 'The biggest part is Section 2: 0.55 s off …' */
export function textOf({
  parts,
}: {
  readonly parts: readonly { readonly text: string }[]
}): string {
  return parts.map(({ text }) => text).join('')
}
