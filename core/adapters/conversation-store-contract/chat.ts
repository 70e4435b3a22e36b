import type { ConversationStore, NewAnswer } from '#core/ports/conversation-store.ts'
import type { AnswerRecord, TranscriptFrame } from '#core/protocol/chat/transcript.ts'

/** The store of the test that runs. */
export type ConversationStores = {
  readonly first: () => ConversationStore
  /** A second opening of the same store. */
  readonly other: () => ConversationStore
}

export const at = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T10:00:00.000Z`

export const record: AnswerRecord = {
  generation: '7',
  model: 'gemma',
  promptHash: 'f00',
  firstSentenceMs: 12.5,
  tookMs: 80,
  withheld: [{ index: 1, reason: 'a number that is no fact', text: 'It was 9 s.' }],
}

export const fact = {
  id: 'races/barber-r1#laps',
  label: 'Laps of the race',
  value: 28,
  unit: 'laps',
  text: '28 laps',
  document: { collection: 'races', id: 'barber-r1', field: 'laps' },
}

export function question(questionId: string, change: Partial<NewAnswer> = {}): NewAnswer {
  return {
    answerId: `answer-${questionId}`,
    questionId,
    text: 'Wo verliere ich Zeit? ✓',
    askedAt: at(1),
    expiresAt: at(20),
    ...change,
  }
}

/** A frame of each kind that an answer has, in order. */
export function framesOf(answerId: string, seq: number): TranscriptFrame[] {
  return [
    { type: 'accepted', seq, id: 'q', answerId, scope: { intents: ['laps'] } },
    {
      type: 'sentence',
      seq: seq + 1,
      answerId,
      index: 0,
      kind: 'fact',
      author: 'composer',
      parts: [{ text: 'The race had ' }, { text: fact.text, factId: fact.id }, { text: '.' }],
    },
    { type: 'withheld', seq: seq + 2, answerId, index: 1, reason: 'a number that is no fact' },
    {
      type: 'done',
      seq: seq + 3,
      answerId,
      outcome: 'answered',
      facts: [fact],
      suggestions: [{ label: 'Race 2', text: 'and in race 2?' }],
    },
  ]
}

export async function begin(
  store: ConversationStore,
  id: string,
  expiresAt = at(2),
): Promise<void> {
  await store.create({ id, keyHash: 'ab'.repeat(32), createdAt: at(1), expiresAt })
}

/** Asks, and adds all frames of the answer. */
export async function answered(
  store: ConversationStore,
  id: string,
  asked: NewAnswer,
): Promise<TranscriptFrame[]> {
  await store.ask(id, asked)
  const seq = (await store.find(id))?.seq ?? 0
  const frames = framesOf(asked.answerId, seq + 1)
  const [first, ...others] = frames.map((frame) =>
    frame.type === 'done' ? { frame, record } : { frame },
  )
  if (first !== undefined) await store.append(id, [first])
  await store.append(id, others)
  return frames
}
