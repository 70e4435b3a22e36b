import { useCallback, useEffect, useRef } from 'react'
import type { Suggestion } from '#core/protocol/chat/frames.ts'
import type { ScopeChange, ScreenContext } from '#core/protocol/chat/scope.ts'
import type { Conversation } from './conversation.ts'
import type { Turn } from './turn.ts'

/** What a driver can do with a turn of the conversation. */
export type TurnDeeds = {
  /** One of the choices of a question back. */
  readonly onChoose: (suggestion: Suggestion) => void
  readonly onAskAgain: (turn: Turn) => void
  readonly onChangeScope: (turn: Turn, change: ScopeChange) => void
  readonly onFeedback: Conversation['giveFeedback']
}

/** They stay the same ones, so that a turn is drawn anew only when it has changed. */
export function useTurnDeeds(conversation: Conversation, screen: ScreenContext): TurnDeeds {
  const seen = useRef(screen)
  useEffect(() => {
    seen.current = screen
  })
  const onChoose = useCallback(
    ({ text, context }: Suggestion) =>
      conversation.ask({ text, context: { ...seen.current, ...context } }),
    [conversation],
  )
  const onAskAgain = useCallback(
    ({ asked, answer }: Turn) => {
      if (asked === undefined) return
      const { id: _id, ...question } = asked
      // Its first id is used up where there is an answer already.
      if (answer === undefined) conversation.askOnceMore(asked)
      else conversation.ask(question)
    },
    [conversation],
  )
  const onChangeScope = useCallback(
    ({ asked }: Turn, change: ScopeChange) => {
      if (asked === undefined) return
      const { id: _id, ...question } = asked
      conversation.ask({ ...question, scope: { ...asked.scope, ...change } })
    },
    [conversation],
  )
  return { onChoose, onAskAgain, onChangeScope, onFeedback: conversation.giveFeedback }
}
