import type { ChatPanelProps } from './chat-panel-props.ts'
import { ConversationView } from './conversation-view.tsx'
import { useConversation } from './use-conversation.ts'

/** The chat, with the conversation that it holds while the page is there. */
export function ChatPanel(props: ChatPanelProps) {
  const conversation = useConversation()
  return <ConversationView conversation={conversation} {...props} />
}
