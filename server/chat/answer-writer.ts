import type { AnswerEvent, AnswerQuestion, Question } from '#core/chat/answer-question.ts'
import type { AnswerRecord, TranscriptFrame } from '#core/protocol/chat/transcript.ts'

type WithoutSeq<Frame> = Frame extends unknown ? Omit<Frame, 'seq'> : never
/** A frame of the transcript that has no place in it yet. */
export type NewFrame = WithoutSeq<TranscriptFrame>

export type AnswerWriter = {
  readonly questionId: string
  readonly answerId: string
  /** Adds to the transcript. */
  readonly write: (frame: NewFrame, record?: AnswerRecord) => Promise<void>
  readonly queued: (place: number) => void
  /** How long the coach may take to end when it was stopped. */
  readonly stopMs: number
}

/**
 * Writes the coach's answer into the transcript: `accepted` first, `done` last, also where the coach fails
 * or does not end. Rejects, after `done`, with what the coach threw.
 */
export async function writeAnswer(
  answerQuestion: AnswerQuestion,
  question: Question,
  writer: AnswerWriter,
): Promise<void> {
  let stage: 'asked' | 'accepted' | 'done' = 'asked'
  const { answerId, questionId, write } = writer
  const accept = async (scope: Extract<AnswerEvent, { type: 'accepted' }>['scope']) => {
    if (stage === 'asked') await write({ type: 'accepted', id: questionId, answerId, scope })
    stage = 'accepted'
  }
  try {
    for await (const event of untilStopped(answerQuestion, question, writer.stopMs)) {
      if (event.type === 'accepted') await accept(event.scope)
      else if (event.type === 'queued') writer.queued(event.place)
      else {
        await accept({ intents: [] })
        await write(frameOf(event, answerId, question.signal.aborted), recordOf(event))
      }
      if (event.type === 'done') stage = 'done'
    }
  } finally {
    if (stage !== 'done') {
      await accept({ intents: [] })
      await write(stoppedFrame(answerId))
    }
  }
}

/** The end of an answer that nobody else ended. */
export function stoppedFrame(answerId: string): NewFrame {
  return { type: 'done', answerId, outcome: 'stopped', facts: [], suggestions: [] }
}

function frameOf(
  event: Exclude<AnswerEvent, { type: 'accepted' | 'queued' }>,
  answerId: string,
  isStopped: boolean,
): NewFrame {
  switch (event.type) {
    case 'sentence': {
      const { kind, author, parts } = event.sentence
      return { type: 'sentence', answerId, index: event.index, kind, author, parts }
    }
    case 'withheld':
      return { type: 'withheld', answerId, index: event.index, reason: event.reason }
    case 'done': {
      const outcome = isStopped ? 'stopped' : event.outcome
      return {
        type: 'done',
        answerId,
        outcome,
        facts: [...event.facts],
        suggestions: [...event.suggestions],
      }
    }
  }
}

function recordOf(event: AnswerEvent): AnswerRecord | undefined {
  return event.type === 'done' ? event.record : undefined
}

/** The coach's events up to `done`. Once stopped only that one is waited for, and not for long. */
async function* untilStopped(
  answerQuestion: AnswerQuestion,
  question: Question,
  stopMs: number,
): AsyncGenerator<AnswerEvent> {
  const events = answerQuestion(question)[Symbol.asyncIterator]()
  const limit = stopLimit(question.signal, stopMs)
  try {
    for (;;) {
      // Events come one after another.
      // oxlint-disable-next-line no-await-in-loop
      const next = await Promise.race([events.next(), limit.reached])
      if (next === 'reached' || next.done === true) return
      const isWanted = !question.signal.aborted || next.value.type === 'done'
      if (isWanted) yield next.value
      if (next.value.type === 'done') return
    }
  } finally {
    limit.clear()
    // A coach that hangs would never return: it is left to itself, and so is what it throws when it ends.
    void events.return?.().catch(() => undefined)
  }
}

function stopLimit(signal: AbortSignal, stopMs: number) {
  const { promise: reached, resolve } = Promise.withResolvers<'reached'>()
  let timer: NodeJS.Timeout | undefined
  const start = () => {
    timer = setTimeout(() => resolve('reached'), stopMs)
  }
  if (signal.aborted) start()
  else signal.addEventListener('abort', start, { once: true })
  return {
    reached,
    clear: () => {
      signal.removeEventListener('abort', start)
      clearTimeout(timer)
    },
  }
}
