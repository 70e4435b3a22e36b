import * as z from 'zod'
import { ClientFrame } from '#core/protocol/chat/frames.ts'

const [, Ask] = ClientFrame.options

/**
 * What a browser keeps of its conversation: how to resume it, and what the transcript does not say, the words of
 * the questions and what was thought of the answers.
 */
const KeptConversation = z.object({
  conversationId: z.string().exactOptional(),
  resumeKey: z.string().exactOptional(),
  questions: z.array(Ask.omit({ type: true })),
  /** Those that the service has not taken yet: they are asked again, under the same id. */
  waiting: z.array(z.string()),
  verdicts: z.record(z.string(), z.enum(['helpful', 'wrong', 'unclear'])),
})
export type KeptConversation = z.infer<typeof KeptConversation>

/** Where it is kept; one for all tabs of a browser, so that they show one conversation. */
export type Keep = {
  readonly read: () => KeptConversation
  readonly write: (kept: KeptConversation) => void
  /** Told when another tab has written; returns how to end it. */
  readonly watch: (changed: () => void) => () => void
}

const key = 'kaizenlap-conversation'
const mostQuestions = 200
export const nothingKept: KeptConversation = { questions: [], waiting: [], verdicts: {} }

/** In the browser's storage; where that is forbidden, for as long as the page lives. */
export function browserKeep(storage: () => Storage = () => localStorage): Keep {
  let fallback = nothingKept
  return {
    read: () => {
      try {
        return parsed(storage().getItem(key))
      } catch {
        return fallback
      }
    },
    write: (kept) => {
      fallback = { ...kept, questions: kept.questions.slice(-mostQuestions) }
      try {
        storage().setItem(key, JSON.stringify(fallback))
      } catch {
        // Full or forbidden: the conversation lasts as long as the page.
      }
    },
    watch: (changed) => {
      const listener = (event: StorageEvent) => {
        if (event.key === key || event.key === null) changed()
      }
      window.addEventListener('storage', listener)
      return () => window.removeEventListener('storage', listener)
    },
  }
}

/** What an older page has left and this one cannot read is as good as nothing. */
function parsed(text: string | null): KeptConversation {
  if (text === null) return nothingKept
  const read = KeptConversation.safeParse(JSON.parse(text))
  return read.success ? read.data : nothingKept
}
