import { useEffect, useState, useSyncExternalStore } from 'react'
import { createConversation, type Conversation, type Shown } from './conversation.ts'
import { browserKeep } from './kept-conversation.ts'

/** The conversation of this browser, connected for as long as the chat is there. */
export function useConversation(): Conversation {
  const [conversation] = useState(() =>
    createConversation({
      url: chatAddress(window.location),
      keep: browserKeep(),
      now: Date.now,
      createId,
    }),
  )
  useEffect(() => {
    const close = conversation.open()
    const leave = wakeWithTheBrowser(conversation)
    return () => {
      leave()
      close()
    }
  }, [conversation])
  return conversation
}

export function useShown(conversation: Conversation): Shown {
  return useSyncExternalStore(conversation.subscribe, conversation.shown)
}

/** The network is back, or somebody looks again: no reason to wait any longer. */
function wakeWithTheBrowser({ wake, shown }: Conversation): () => void {
  const online = () => wake()
  const looked = () => {
    if (document.visibilityState === 'visible' && shown().link === 'lost') wake()
  }
  window.addEventListener('online', online)
  document.addEventListener('visibilitychange', looked)
  return () => {
    window.removeEventListener('online', online)
    document.removeEventListener('visibilitychange', looked)
  }
}

function chatAddress({ protocol, host }: Location): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/chat`
}

/** 96 bits; `crypto.randomUUID` is not there on a page without TLS. */
function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
