import type { CoachStore } from '#core/ports/coach-store.ts'
import { faultFields, type Log } from '../log.ts'

const everyMs = 60 * 60 * 1000

/** Deletes expired sessions and notes, now and each hour. */
export function purgeCoaches(
  coaches: CoachStore,
  now: () => Date,
  log: Log,
): { readonly stop: () => void } {
  const purge = async () => {
    try {
      await coaches.purge(now().toISOString())
    } catch (error) {
      // Tried again the next time.
      log.error(faultFields(error), 'deleting expired sessions failed')
    }
  }
  void purge()
  const timer = setInterval(() => void purge(), everyMs).unref()
  return { stop: () => clearInterval(timer) }
}
