import type { PastQuestion } from '#core/chat/answer-question.ts'
import { AnswerTaken, ConversationGone } from '#core/ports/conversation-store.ts'
import type { ClientFrame, ServerFrame } from '#core/protocol/chat/frames.ts'
import type { AnswerRecord, TranscriptFrame } from '#core/protocol/chat/transcript.ts'
import { faultFields, type Log } from '../log.ts'
import type { ConversationOptions } from './conversation-options.ts'
import { whileWriting } from './keep-writing.ts'
import { writeAnswer } from './answer-writer.ts'
import { errorFrame } from './chat-error.ts'
import { historyLength, pastQuestions } from './past-questions.ts'
import type { NewEntry } from './transcript-log.ts'

export type Ask = Extract<ClientFrame, { type: 'ask' }>

export type AnsweringOptions = ConversationOptions & {
  readonly conversationId: string
  readonly write: (entry: NewEntry) => Promise<TranscriptFrame>
  /** To every socket that is there. */
  readonly show: (frame: ServerFrame) => void
  readonly ended: () => void
}

type Running = {
  readonly questionId: string
  readonly abort: AbortController
  readonly ended: Promise<void>
  /** Of who waits for the model. */
  queued?: ServerFrame
}

export type Answering = ReturnType<typeof createAnswering>

/** The one answer that a conversation may have under way, and the questions before it. */
export function createAnswering(options: AnsweringOptions) {
  const { conversationId, store, log } = options
  let running: Running | undefined
  let history: readonly PastQuestion[] | undefined

  const run = async (ask: Ask, answerId: string, abort: AbortController) => {
    const frames: TranscriptFrame[] = []
    const write = async (entry: NewEntry) => {
      const frame = await options.write(entry)
      frames.push(frame)
      if (running !== undefined) delete running.queued
      if (frame.type === 'done') logEnd(log, frames, entry.record)
    }
    const queued = (place: number) => {
      const frame = { type: 'queued', answerId, place } as const
      if (running !== undefined) running.queued = frame
      options.show(frame)
    }
    try {
      history ??= pastQuestions(await store.answers(conversationId, historyLength))
      const question = questionOf(ask, history, abort.signal)
      const writer = { questionId: ask.id, answerId, write, queued, stopMs: options.stopMs }
      await whileWriting({ ...options, answerId }, abort, () =>
        writeAnswer(options.answerQuestion, question, writer),
      )
    } catch (error) {
      tellFailure(error, ask.id, answerId, options)
    } finally {
      running = undefined
      history &&= [...history, ...pastQuestions([{ ...ask, frames }])].slice(-historyLength)
      options.ended()
    }
  }

  return {
    isRunning: () => running !== undefined,
    queued: () => running?.queued,
    start: (ask: Ask, answerId: string) => {
      const abort = new AbortController()
      // Begins when `running` is set.
      const ended = Promise.resolve().then(() => run(ask, answerId, abort))
      running = { questionId: ask.id, abort, ended }
    },
    /** False when that question is not being answered. */
    stop: (questionId: string): boolean => {
      if (running?.questionId !== questionId) return false
      running.abort.abort()
      return true
    },
    stopAny: () => running?.abort.abort(),
    ended: () => running?.ended ?? Promise.resolve(),
    /** Another process has answered here. */
    readHistoryAgain: () => void (history = undefined),
  }
}

function tellFailure(
  error: unknown,
  questionId: string,
  answerId: string,
  { log, show }: AnsweringOptions,
): void {
  // Forgotten, or ended by a process that thought this one dead.
  if (error instanceof ConversationGone || error instanceof AnswerTaken) return
  log.error({ answerId, ...faultFields(error) }, 'answer failed')
  show(errorFrame(error, questionId))
}

function questionOf(ask: Ask, history: readonly PastQuestion[], signal: AbortSignal) {
  const { text, context, scope } = ask
  return { text, history, signal, ...(context && { context }), ...(scope && { scope }) }
}

/** One line an answer, without its words. */
function logEnd(log: Log, frames: readonly TranscriptFrame[], record?: AnswerRecord): void {
  const count = (type: TranscriptFrame['type']) =>
    frames.filter((frame) => frame.type === type).length
  const last = frames.at(-1)
  log.info(
    {
      answerId: last?.answerId,
      outcome: last?.type === 'done' ? last.outcome : undefined,
      sentences: count('sentence'),
      withheld: count('withheld'),
      ...(record && {
        generation: record.generation,
        model: record.model,
        promptHash: record.promptHash,
        firstSentenceMs: record.firstSentenceMs,
        tookMs: record.tookMs,
      }),
    },
    'answer ended',
  )
}
