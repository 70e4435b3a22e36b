import { faultFields } from '../log.ts'
import type { ConversationOptions } from './conversation-options.ts'
import { endIfLeft } from './end-if-left.ts'
import type { NewEntry } from './transcript-log.ts'
import type { TranscriptFrame } from '#core/protocol/chat/transcript.ts'

type FollowingOptions = ConversationOptions & {
  readonly conversationId: string
  readonly write: (entry: NewEntry) => Promise<unknown>
  /** Whether somebody looks; where nobody does for long, following ends, and who comes later begins anew. */
  readonly isWatched: () => boolean
  /** Shows what has been added. */
  readonly catchUp: () => Promise<void>
}

export type Following = {
  isFollowing(): boolean
  /** Frames that another process has written. */
  saw(frames: readonly TranscriptFrame[]): void
  /** An answer that another process writes, and may have said nothing of yet. */
  follow(answerId: string): void
}

/** Follows the answer that another process writes, to its end, or to that of the process. */
export function createFollowing(options: FollowingOptions): Following {
  const { followMs, leaseMs } = options
  let followed: string | undefined
  let heardAtMs = 0
  let watchedAtMs = 0

  const isOver = (sinceMs: number) => performance.now() - sinceMs > leaseMs
  const lookSoon = () => void setTimeout(() => void look(), followMs).unref()
  const look = async () => {
    if (options.isWatched()) watchedAtMs = performance.now()
    else if (isOver(watchedAtMs)) followed = undefined
    if (followed === undefined) return
    try {
      await options.catchUp()
      if (isOver(heardAtMs)) {
        heardAtMs = performance.now()
        if (await hasEnded(followed, options)) followed = undefined
      }
    } catch (error) {
      // Looked at again the next time.
      options.log.error(faultFields(error), 'following an answer failed')
    }
    lookSoon()
  }
  const follow = (answerId: string) => {
    const isNew = followed === undefined
    followed = answerId
    heardAtMs = performance.now()
    if (!isNew) return
    watchedAtMs = heardAtMs
    lookSoon()
  }

  return {
    isFollowing: () => followed !== undefined,
    follow,
    saw: (frames) => {
      for (const { type, answerId } of frames) {
        if (type === 'correction') continue
        if (type !== 'done') follow(answerId)
        else if (followed === answerId) followed = undefined
      }
    },
  }
}

/** Ended by now: by its writer, or here where that has died. */
async function hasEnded(answerId: string, options: FollowingOptions): Promise<boolean> {
  const answer = await options.store.answer(options.conversationId, answerId)
  if (answer === undefined || answer.outcome !== undefined) return true
  return endIfLeft(answer, options.write, options)
}
