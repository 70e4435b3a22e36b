import { useEffect, useRef, useState } from 'react'
import type { Suggestion } from '#core/protocol/chat/frames.ts'
import type { ScreenContext } from '#core/protocol/chat/scope.ts'
import { type ProposedQuestion, useAsking } from '../screen/asking.tsx'
import { askedOn } from './asked-on.ts'
import type { ChatPanelProps } from './chat-panel-props.ts'
import type { Conversation } from './conversation.ts'
import { QuestionInput } from './question-input.tsx'
import { Suggestions } from './suggestions.tsx'
import type { Turn } from './turn.ts'

type QuestionAreaProps = ChatPanelProps & {
  readonly conversation: Conversation
  readonly screen: ScreenContext
  readonly busy: Turn | undefined
  readonly offered: readonly Suggestion[]
}

const noDraft: ProposedQuestion = { text: '', context: {} }

/** Where the next question is asked: in own words, or one that is offered. */
export function QuestionArea(props: QuestionAreaProps) {
  const { conversation, screen, busy, offered, isShown, isPhone, onClose } = props
  const input = useRef<HTMLTextAreaElement>(null)
  const [draft, setDraft] = useState(noDraft)
  useProposed(setDraft, input)
  // On a phone the keyboard would cover what is offered; beside the view the focus is the view's.
  const takesFocus = isShown && onClose !== undefined && !isPhone
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus])
  const ask = (text: string, about: ScreenContext = {}) =>
    conversation.ask({ text: text.trim(), context: { ...screen, ...about } })
  return (
    <>
      <Suggestions
        offered={offered}
        isDisabled={busy !== undefined}
        onChoose={({ text, context }) => ask(text, context)}
      />
      <QuestionInput
        ref={input}
        draft={draft}
        screen={screen}
        busy={busy}
        onChange={setDraft}
        onSend={() => {
          ask(draft.text, askedOn(draft.context))
          setDraft(noDraft)
        }}
        onStop={conversation.stop}
        onUse={conversation.wake}
      />
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
