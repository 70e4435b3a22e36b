import type { ServerFrame } from '#core/protocol/chat/frames.ts'

type FrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, { type: Type }>

/** An answer as its frames brought it. */
export type Answer = {
  readonly scope: FrameOf<'accepted'>['scope'] | undefined
  readonly sentences: readonly Pick<FrameOf<'sentence'>, 'kind' | 'parts'>[]
  readonly withheld: readonly string[]
  readonly outcome: FrameOf<'done'>['outcome'] | 'error'
  readonly facts: FrameOf<'done'>['facts']
  readonly suggestions: number
  /** From the question's sending to the first sentence; absent where none came. */
  readonly firstSentenceMs?: number
  /** What the service complained of. */
  readonly error?: string
}

export type SentenceShown = Answer['sentences'][number]

export const textOf = ({ parts }: SentenceShown): string => parts.map(({ text }) => text).join('')
