import type { AnswerEvent, AnswerQuestion, Question } from '#core/chat/answer-question.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import type { NewEntry, NewFrame } from './transcript-log.ts'

export type AnswerWriter = {
  readonly questionId: string
  readonly answerId: string
  /** Adds to the transcript; in order, also when the frame before is not stored yet. */
  readonly write: (entry: NewEntry) => Promise<void>
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
  { answerId, questionId, write, queued, stopMs }: AnswerWriter,
): Promise<void> {
  let stage: 'asked' | 'accepted' | 'done' = 'asked'
  const writing = createPending()
  const shown = new Map<string, Fact>()
  const accept = (scope: Scope) => {
    if (stage !== 'asked') return
    writing.add(write({ frame: { type: 'accepted', id: questionId, answerId, scope } }))
    stage = 'accepted'
  }
  try {
    for await (const event of untilStopped(answerQuestion, question, stopMs)) {
      writing.throwIfFailed()
      accept(event.type === 'accepted' ? event.scope : { intents: [] })
      if (event.type === 'accepted') continue
      if (event.type === 'queued') {
        // Seen only by who is there, so not before what comes before it.
        await writing.all()
        queued(event.place)
      } else {
        if (event.type === 'sentence')
          for (const fact of event.facts ?? []) shown.set(fact.id, fact)
        writing.add(write(entryOf(event, answerId, question.signal.aborted)))
      }
      if (event.type !== 'done') continue
      await writing.all()
      stage = 'done'
    }
  } finally {
    if (stage !== 'done') {
      accept({ intents: [] })
      await write({ frame: stoppedFrame(answerId, [...shown.values()]) })
    }
  }
}

/** Writes that are under way: the coach goes on while they are stored. */
function createPending() {
  let all: Promise<unknown> = Promise.resolve()
  let failure: { readonly error: unknown } | undefined
  return {
    add: (written: Promise<void>) => {
      all = Promise.all([all, written])
      all.catch((error: unknown) => {
        failure = { error }
      })
    },
    all: () => all,
    throwIfFailed: () => {
      if (failure !== undefined) throw failure.error
    },
  }
}

/** The end of an answer that nobody else ended, with the facts that its sentences showed. */
export function stoppedFrame(answerId: string, facts: readonly Fact[] = []): NewFrame {
  return { type: 'done', answerId, outcome: 'stopped', facts: [...facts], suggestions: [] }
}

function entryOf(
  event: Exclude<AnswerEvent, { type: 'accepted' | 'queued' }>,
  answerId: string,
  isStopped: boolean,
): NewEntry {
  switch (event.type) {
    case 'sentence': {
      const { kind, author, parts } = event.sentence
      const frame: NewFrame = {
        type: 'sentence',
        answerId,
        index: event.index,
        kind,
        author,
        parts,
      }
      return { frame, ...(event.facts && { shown: event.facts }) }
    }
    case 'withheld':
      return { frame: { type: 'withheld', answerId, index: event.index, reason: event.reason } }
    case 'done': {
      const { record } = event
      const outcome = isStopped ? 'stopped' : event.outcome
      const facts = [...event.facts]
      const suggestions = [...event.suggestions]
      return { frame: { type: 'done', answerId, outcome, facts, suggestions }, record }
    }
  }
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
