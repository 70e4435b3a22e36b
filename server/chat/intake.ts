import { faultFields, type Log } from '../log.ts'
import { ChatError, chatErrorOf, type ChatErrorCode, errorFrame } from './chat-error.ts'
import { badFramesAllowed, frameBytes } from './limits.ts'
import type { Outbox } from './outbox.ts'
import type { Take } from './rates.ts'
import { questionIdOf, readFrame } from './read-frame.ts'
import { createSession, type SessionOptions } from './session.ts'

export type IntakeOptions = Omit<SessionOptions, 'outbox' | 'failed'> & {
  /** Of the connection. */
  readonly id: string
  readonly log: Log
  readonly takeFrame: Take
}

/** Frames that cannot be read; a few are a client's fault, more are abuse. */
const isBad: ReadonlySet<ChatErrorCode> = new Set(['bad-frame', 'hello-first'])

/** Reads the frames of one socket; each that cannot be done is answered with an error. */
export function createIntake(
  options: IntakeOptions,
  outbox: Outbox,
  close: (code: number, reason: string) => void,
) {
  const { id, log, takeFrame, now } = options
  const counts = { frames: 0, refused: 0, badFrames: 0 }
  let usedAt = now().getTime()

  const fail = (error: unknown, questionId?: string) => {
    const { code } = chatErrorOf(error)
    if (code === 'internal') log.error({ connection: id, ...faultFields(error) }, 'chat failed')
    else log.info({ connection: id, code }, 'chat refused a frame')
    counts.refused += 1
    if (isBad.has(code)) counts.badFrames += 1
    outbox.send(errorFrame(error, questionId))
    if (code === 'too-many-frames') close(1008, 'Too many frames.')
    if (counts.badFrames >= badFramesAllowed) close(1008, 'Too many frames that cannot be read.')
  }
  const session = createSession({ ...options, outbox, failed: fail })

  return {
    session,
    counts,
    /** When the client last did something, or was being answered. */
    usedAt: () => {
      if (session.isAnswering()) usedAt = now().getTime()
      return usedAt
    },
    refuseLarge: () => {
      fail(new ChatError('frame-too-large', `A frame has at most ${frameBytes / 1024} KiB.`))
      close(1009, `A frame has at most ${frameBytes / 1024} KiB.`)
    },
    receive: async (text: string) => {
      counts.frames += 1
      const read = readFrame(text)
      try {
        const wait = await takeFrame(id)
        if (wait !== undefined) throw tooManyFrames(wait)
        if ('error' in read) throw read.error
        if (read.frame.type !== 'ping') usedAt = now().getTime()
        await session.handle(read.frame)
      } catch (error) {
        fail(error, questionIdOf(read))
      }
    },
  }
}

const tooManyFrames = (wait: number) =>
  new ChatError('too-many-frames', 'Too many frames in a minute.', wait)
