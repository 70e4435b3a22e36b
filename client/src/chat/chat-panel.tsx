import { ConversationView } from './conversation-view.tsx'
import { useConversation } from './use-conversation.ts'

export type ChatPanelProps = {
  readonly isShown: boolean
  readonly isPhone: boolean
  /** Absent where the chat always stands beside the view. */
  readonly onClose?: () => void
}

/** The chat, with the conversation that it holds while the page is there. */
export function ChatPanel(props: ChatPanelProps) {
  const conversation = useConversation()
  return <ConversationView conversation={conversation} {...props} />
}
