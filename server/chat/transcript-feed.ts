import type { Outbox } from './outbox.ts'
import type { TranscriptLog } from './transcript-log.ts'

export type TranscriptFeed = {
  /** Sends what there is, as far as the client reads it. */
  wake(): void
  isCaughtUp(): boolean
  stop(): void
}

/**
 * Sends one socket the frames after `from`, each once and in order. A resumed conversation, a new answer and a
 * client that reads slowly are the same here: each socket is somewhere in the transcript and moves on.
 */
export function createTranscriptFeed(
  transcript: TranscriptLog,
  outbox: Outbox,
  from: number,
  failed: (error: unknown) => void,
): TranscriptFeed {
  let sent = from
  let isReading = false
  let isStopped = false

  const send = (frames: Exclude<ReturnType<TranscriptLog['after']>, Promise<unknown>>) => {
    for (const frame of frames) {
      if (outbox.isFull()) return
      outbox.send(frame)
      sent = frame.seq
    }
  }
  const readOn = async (reading: Promise<Parameters<typeof send>[0]>, last: number) => {
    isReading = true
    const frames = await reading.finally(() => {
      isReading = false
    })
    if (isStopped) return
    send(frames)
    // What has expired since cannot be sent.
    if (frames.length === 0) sent = last
    wake()
  }
  const wake = () => {
    while (!isStopped && !isReading && !outbox.isFull() && sent < transcript.seq()) {
      const next = transcript.after(sent)
      if (next instanceof Promise) readOn(next, transcript.seq()).catch(failed)
      else send(next)
    }
  }

  return {
    wake,
    isCaughtUp: () => sent >= transcript.seq(),
    stop: () => {
      isStopped = true
    },
  }
}
