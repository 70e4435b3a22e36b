import { useCallback, useEffect, useRef } from 'react'
import type { Suggestion } from '#core/protocol/chat/frames.ts'
import type { ScopeChange, ScreenContext } from '#core/protocol/chat/scope.ts'
import { useScreenContext } from '../screen/screen-context.ts'
import { Announcer } from './announcer.tsx'
import { askedOn } from './asked-on.ts'
import { ChatHeader } from './chat-header.tsx'
import type { ChatPanelProps } from './chat-panel.tsx'
import type { Conversation } from './conversation.ts'
import { underWay } from './conversation-state.ts'
import { LinkNote } from './link-note.tsx'
import { QuestionArea } from './question-area.tsx'
import { suggestionsFor } from './screen-questions.ts'
import { TurnList } from './turn-list.tsx'
import type { Turn } from './turn.ts'
import { useShown } from './use-conversation.ts'

type ConversationViewProps = ChatPanelProps & { readonly conversation: Conversation }

/** Header, conversation, and where the next question is asked. */
export function ConversationView(props: ConversationViewProps) {
  const { conversation, isPhone, onClose } = props
  const shown = useShown(conversation)
  const screen = askedOn(useScreenContext())
  const busy = underWay(shown)
  const deeds = useTurnDeeds(conversation, screen)
  return (
    <>
      <ChatHeader
        conversation={conversation}
        shown={shown}
        {...(onClose && { onClose, isPhone })}
      />
      <LinkNote conversation={conversation} shown={shown} />
      <TurnList shown={shown} isBusy={busy !== undefined} {...deeds} />
      <QuestionArea
        {...props}
        screen={screen}
        busy={busy}
        offered={suggestionsFor(shown.turns, screen, shown.welcome?.suggestions ?? [])}
      />
      <Announcer turns={shown.turns} />
    </>
  )
}

export type TurnDeeds = {
  /** One of the choices of a question back. */
  readonly onChoose: (suggestion: Suggestion) => void
  readonly onAskAgain: (turn: Turn) => void
  readonly onChangeScope: (turn: Turn, change: ScopeChange) => void
  readonly onFeedback: Conversation['giveFeedback']
}

/** They stay the same ones, so that a turn is drawn anew only when it has changed. */
function useTurnDeeds(conversation: Conversation, screen: ScreenContext): TurnDeeds {
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
