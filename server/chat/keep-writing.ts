import { faultFields } from '../log.ts'
import type { ConversationOptions } from './conversation-options.ts'
import { writerOf } from './writer-of.ts'

type Written = ConversationOptions & { readonly conversationId: string; readonly answerId: string }

/**
 * Says again and again, while the work lasts, that this process writes the answer. Aborts it when the driver, on a
 * socket of another process, wants it ended, and when another process has ended it.
 */
export async function whileWriting(
  { store, now, log, conversationId, answerId, ...options }: Written,
  abort: AbortController,
  work: () => Promise<void>,
): Promise<void> {
  const claim = async () => {
    try {
      const writer = writerOf({ ...options, now })
      const claimed = await store.claim(conversationId, answerId, writer, now().toISOString())
      if (claimed !== 'writes') abort.abort()
    } catch (error) {
      // Made good by the next; and what is written after it was too late is refused by the store.
      log.warn({ answerId, ...faultFields(error) }, 'claiming an answer failed')
    }
  }
  const claiming = setInterval(() => void claim(), options.leaseMs / 3).unref()
  try {
    await work()
  } finally {
    clearInterval(claiming)
  }
}
