import { useScreenContext } from '../screen/screen-context.ts'
import { Announcer } from './announcer.tsx'
import { askedOn } from './asked-on.ts'
import { ChatHeader } from './chat-header.tsx'
import type { ChatPanelProps } from './chat-panel-props.ts'
import type { Conversation } from './conversation.ts'
import { underWay } from './conversation-state.ts'
import { LinkNote } from './link-note.tsx'
import { QuestionArea } from './question-area.tsx'
import { suggestionsFor } from './screen-questions.ts'
import { TurnList } from './turn-list.tsx'
import { useShown } from './use-conversation.ts'
import { useTurnDeeds } from './use-turn-deeds.ts'

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
