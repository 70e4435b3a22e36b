import type { IncomingHttpHeaders, Server } from 'node:http'
import type { AnswerQuestion } from '#core/chat/answer-question.ts'
import type { ConversationStore } from '#core/ports/conversation-store.ts'
import type { TranscriptFrame } from '#core/protocol/chat/transcript.ts'
import { faultFields, type Log } from '../log.ts'
import { ChatError } from './chat-error.ts'
import { connect } from './connection.ts'
import { createConversations, type NewCorrection } from './conversations.ts'
import { type ChatLimits, type ChatTimes, defaultTimes } from './limits.ts'
import { createOpenSockets, type OpenSockets } from './open-sockets.ts'
import { createRates, type Rates } from './rates.ts'
import { receiveUpgrades } from './receive-upgrades.ts'
import { createId, type RandomBytes } from './resume-key.ts'
import type { Greeting } from './session.ts'

export type ChatOptions = {
  readonly store: ConversationStore
  readonly answerQuestion: AnswerQuestion
  /** Undefined until a season is published. */
  readonly greeting: () => Promise<Greeting | undefined>
  readonly log: Log
  readonly limits: ChatLimits
  /** Unset: the page's own host, and clients that send no Origin; set: exactly these. */
  readonly origins?: readonly string[]
  readonly isBehindProxy: boolean
  readonly random: RandomBytes
  readonly now: () => Date
  readonly times?: Partial<ChatTimes>
  /** An answer has ended, or its driver has said what it was worth. */
  readonly answerChanged?: (conversationId: string, answerId: string) => void
  /** Whether a request may open a socket; everybody may where it is not given. */
  readonly admits?: (headers: IncomingHttpHeaders) => Promise<boolean>
}

export type Chat = {
  /** A coach's review, shown in the conversation, now or when its driver is back. Rejects where it is gone. */
  deliverCorrection(conversationId: string, correction: NewCorrection): Promise<TranscriptFrame>
  /** Deletes a conversation as its driver would; sockets that are in it are told. Rejects where it is gone. */
  forget(conversationId: string): Promise<void>
  /** How many sockets are open. */
  connections(): number
  /**
   * Takes no more sockets or questions and asks all clients to come back; running answers may end within that
   * time, then they are ended. The store is closed by who opened it.
   */
  close(finishWithinMs: number): Promise<void>
}

/** Adds the chat's socket to a server. */
export function attachChat(server: Server, options: ChatOptions): Chat {
  const { log, limits, random } = options
  const times = { ...defaultTimes, ...options.times }
  const newId = () => createId(random)
  const ids = { createId: newId, writerId: newId() }
  const conversations = createConversations({ ...options, ...times, ...ids })
  const open = createOpenSockets(limits, times)
  const rates = createRates(limits)
  receiveUpgrades(server, open, {
    ...options,
    closeMs: times.closeMs,
    opened: (socket, address, addressHash) => {
      const id = newId()
      log.info({ connection: id, address: addressHash }, 'chat opened')
      const connection = connect(socket, {
        ...options,
        id,
        times,
        conversations,
        takeFrame: rates.frames,
        mayAsk: () => refuseTooMany(id, address, open, rates),
        reconnectAfterMs: () => Math.floor(fraction(random) * times.reconnectMs),
      })
      open.add(socket, connection, address)
    },
  })
  const purging = nowAndThen(log, 'deleting expired answers failed', times.purgeMs, async () => {
    const answers = await options.store.purge(options.now().toISOString())
    if (answers > 0) log.info({ answers }, 'expired answers deleted')
  })
  const catchingUp = nowAndThen(log, 'reading what others wrote failed', times.catchUpMs, () =>
    conversations.catchUp(),
  )
  const ending = nowAndThen(log, 'ending interrupted answers failed', times.catchUpMs, () =>
    conversations.endInterrupted(),
  )

  return {
    deliverCorrection: conversations.deliverCorrection,
    forget: conversations.forgetById,
    connections: open.count,
    close: async (finishWithinMs) => {
      clearInterval(purging)
      clearInterval(catchingUp)
      clearInterval(ending)
      open.beginClosing()
      await conversations.finish(finishWithinMs)
      await open.closeAll()
    },
  }
}

async function refuseTooMany(
  connection: string,
  address: string,
  open: OpenSockets,
  rates: Rates,
): Promise<void> {
  if (open.isClosing()) {
    throw new ChatError('restarting', 'The service restarts. Ask again in a moment.', 2000)
  }
  const waitMs = (await rates.ofConnection(connection)) ?? (await rates.ofAddress(address))
  if (waitMs === undefined) return
  const seconds = Math.ceil(waitMs / 1000)
  const message = `Too many questions. Ask again in ${seconds} s.`
  throw new ChatError('too-many-questions', message, waitMs)
}

/** At once, and again and again; what fails is tried again the next time. */
function nowAndThen(
  log: Log,
  failure: string,
  everyMs: number,
  work: () => Promise<void>,
): NodeJS.Timeout {
  const tryIt = async () => {
    try {
      await work()
    } catch (error) {
      log.error(faultFields(error), failure)
    }
  }
  void tryIt()
  return setInterval(() => void tryIt(), everyMs).unref()
}

/** From 0 to 1. */
function fraction(random: RandomBytes): number {
  return Buffer.from(random(4)).readUInt32BE() / 2 ** 32
}
