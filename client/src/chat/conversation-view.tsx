import { useCallback, useEffect, useRef, useState } from 'react'
import type { Suggestion } from '#core/protocol/chat/frames.ts'
import type { ScopeChange, ScreenContext } from '#core/protocol/chat/scope.ts'
import { type ProposedQuestion, useAsking } from '../screen/asking.tsx'
import { useScreenContext } from '../screen/screen-context.ts'
import { Announcer } from './announcer.tsx'
import { ChatHeader } from './chat-header.tsx'
import type { ChatPanelProps } from './chat-panel.tsx'
import type { Conversation } from './conversation.ts'
import { underWay } from './conversation-state.ts'
import { LinkNote } from './link-note.tsx'
import { QuestionInput } from './question-input.tsx'
import { suggestionsFor } from './screen-questions.ts'
import { Suggestions } from './suggestions.tsx'
import { TurnList } from './turn-list.tsx'
import type { Turn } from './turn.ts'
import { useShown } from './use-conversation.ts'

type ConversationViewProps = ChatPanelProps & { readonly conversation: Conversation }

/** Header, conversation, suggestions, input. */
export function ConversationView({
  conversation,
  isShown,
  isPhone,
  onClose,
}: ConversationViewProps) {
  const shown = useShown(conversation)
  const screen = useScreenContext()
  const input = useRef<HTMLTextAreaElement>(null)
  const [draft, setDraft] = useState<ProposedQuestion>({ text: '', context: {} })
  useProposed(setDraft, input)
  const isBeside = onClose === undefined
  useEffect(() => {
    // On a phone the keyboard would cover what is offered.
    if (isShown && !isBeside && !isPhone) input.current?.focus()
  }, [isShown, isBeside, isPhone])

  const busy = underWay(shown)
  const ask = (text: string, about: ScreenContext = {}) => {
    conversation.ask({ text: text.trim(), context: { ...screen, ...about } })
    setDraft({ text: '', context: {} })
  }
  const offer = (suggestion: Suggestion) => ask(suggestion.text, suggestion.context)
  const deeds = useTurnDeeds(conversation)
  return (
    <>
      <ChatHeader
        conversation={conversation}
        shown={shown}
        {...(onClose && { onClose, isPhone })}
      />
      <LinkNote conversation={conversation} shown={shown} />
      <TurnList shown={shown} isBusy={busy !== undefined} onChoose={offer} {...deeds} />
      <Suggestions
        offered={suggestionsFor(shown.turns, screen, shown.welcome?.suggestions ?? [])}
        isDisabled={busy !== undefined}
        onChoose={offer}
      />
      <QuestionInput
        ref={input}
        draft={draft}
        screen={screen}
        busy={busy}
        onChange={setDraft}
        onSend={() => ask(draft.text, draft.context)}
        onStop={conversation.stop}
        onUse={conversation.wake}
      />
      <Announcer turns={shown.turns} />
    </>
  )
}

/** What a view proposes to ask stands in the input, to be changed or sent. */
function useProposed(
  setDraft: (draft: ProposedQuestion) => void,
  input: React.RefObject<HTMLTextAreaElement | null>,
): void {
  const { proposed, take } = useAsking()
  useEffect(() => {
    if (proposed === undefined) return
    setDraft(proposed)
    take()
    input.current?.focus()
  }, [proposed, take, setDraft, input])
}

export type TurnDeeds = {
  readonly onAskAgain: (turn: Turn) => void
  readonly onChangeScope: (turn: Turn, change: ScopeChange) => void
  readonly onFeedback: Conversation['giveFeedback']
}

/** They stay the same ones, so that a turn is drawn anew only when it has changed. */
function useTurnDeeds(conversation: Conversation): TurnDeeds {
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
  return { onAskAgain, onChangeScope, onFeedback: conversation.giveFeedback }
}
