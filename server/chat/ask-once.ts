import {
  AnswerRunning,
  type ConversationStore,
  type NewAnswer,
} from '#core/ports/conversation-store.ts'
import type { Answering, Ask } from './answering.ts'
import { ChatError } from './chat-error.ts'
import type { ConversationOptions } from './conversation-options.ts'
import { writerOf } from './writer-of.ts'

/** Begins the answer, but for a question that was asked before: that one's frames are in the transcript. */
export async function askOnce(
  ask: Ask,
  mayAsk: () => Promise<void>,
  conversationId: string,
  options: ConversationOptions,
  answering: Answering,
): Promise<void> {
  const { store } = options
  if (await isRepeated(store, conversationId, ask)) return
  if (answering.isRunning()) throw busy()
  await mayAsk()
  const answer = newAnswer(ask, options)
  const before = await store.ask(conversationId, answer).catch(toldAsBusy)
  if (before === undefined) answering.start(ask, answer.answerId)
}

/** What has ended already needs no stopping; what was never asked is a fault of the client. */
export async function refuseUnknown(
  store: ConversationStore,
  id: string,
  questionId: string,
): Promise<void> {
  if ((await store.answerTo(id, questionId)) !== undefined) return
  throw new ChatError('unknown-answer', 'No question of this id was asked here.')
}

/** Another process writes the answer before. */
function toldAsBusy(error: unknown): never {
  throw error instanceof AnswerRunning ? busy() : error
}

const busy = () =>
  new ChatError('busy', 'The answer before is still being written. Wait for it, or stop it.')

async function isRepeated(store: ConversationStore, id: string, ask: Ask): Promise<boolean> {
  const before = await store.answerTo(id, ask.id)
  if (before === undefined || before.text === ask.text) return before !== undefined
  throw new ChatError('id-taken', 'Another question was asked with this id. Give each its own.')
}

function newAnswer(ask: Ask, options: ConversationOptions): NewAnswer {
  const { createId, now, keptMs } = options
  const { id: questionId, text, context, scope } = ask
  const askedAt = now()
  return {
    answerId: createId(),
    questionId,
    text,
    ...(context && { context }),
    ...(scope && { scope }),
    askedAt: askedAt.toISOString(),
    expiresAt: new Date(askedAt.getTime() + keptMs).toISOString(),
    writer: writerOf(options),
  }
}
