import { ConversationGone } from '#core/ports/conversation-store.ts'
import type { ConversationOptions } from './conversation-options.ts'
import { endIfLeft } from './end-if-left.ts'
import { createLiveConversation, type LiveConversation } from './live-conversation.ts'
import { historyLength } from './past-questions.ts'

type Held = { holds: number; readonly opening: Promise<LiveConversation | undefined> }

/** Each conversation that is under way is there once, however many sockets it has. */
export function holdConversations(options: ConversationOptions) {
  const held = new Map<string, Held>()

  const dropUnused = (id: string, live: LiveConversation) => {
    if (held.get(id)?.holds === 0 && !live.isRunning()) held.delete(id)
  }
  const open = async (id: string): Promise<LiveConversation | undefined> => {
    const stored = await options.store.find(id)
    if (stored === undefined) return undefined
    const live = createLiveConversation(stored, options, () => dropUnused(id, live))
    await endInterrupted(live, options)
    return live
  }

  return {
    /** Rejects with `ConversationGone`. To be let go by whoever holds it. */
    hold: async (id: string): Promise<LiveConversation> => {
      const entry = held.get(id) ?? { holds: 0, opening: open(id) }
      held.set(id, entry)
      entry.holds += 1
      try {
        const live = await entry.opening
        if (live === undefined) throw new ConversationGone()
        await live.transcript.catchUp()
        return live
      } catch (error) {
        entry.holds -= 1
        if (entry.holds === 0 && held.get(id) === entry) held.delete(id)
        throw error
      }
    },
    letGo: (live: LiveConversation) => {
      const entry = held.get(live.id)
      if (entry === undefined) return
      entry.holds -= 1
      dropUnused(live.id, live)
    },
    /** Of a forgotten one nothing is held. */
    drop: (live: LiveConversation) => void held.delete(live.id),
    all: async (): Promise<LiveConversation[]> => {
      const opened = await Promise.allSettled(Array.from(held.values(), ({ opening }) => opening))
      return opened.flatMap((each) => (each.status === 'fulfilled' && each.value) || [])
    },
  }
}

/** Of answers that have no end, those whose process died are ended, and the one that is being written is followed. */
async function endInterrupted(live: LiveConversation, options: ConversationOptions): Promise<void> {
  for (const answer of await options.store.answers(live.id, historyLength)) {
    if (answer.outcome !== undefined) continue
    // oxlint-disable-next-line no-await-in-loop -- the order is that of the transcript
    const hasEnded = await endIfLeft(answer, (entry) => live.write(entry), options)
    if (!hasEnded) live.follow(answer.answerId)
  }
}
