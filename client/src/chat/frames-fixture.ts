import type { ServerFrame } from '#core/protocol/chat/frames.ts'
import { ServerFrame as Frame } from '#core/protocol/chat/frames.ts'

type FrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, { type: Type }>

export const welcomed = (change: Partial<FrameOf<'welcome'>> = {}): ServerFrame => ({
  type: 'welcome',
  seq: 0,
  conversationId: 'c1',
  resumeKey: 'k1',
  generation: '7',
  model: null,
  suggestions: [],
  ...change,
})

export const accepted = (seq: number, question = 'q1', answerId = 'a1'): ServerFrame => ({
  type: 'accepted',
  seq,
  id: question,
  answerId,
  scope: { intents: ['where-time'] },
})

export const said = (seq: number, index: number, answerId = 'a1'): ServerFrame => ({
  type: 'sentence',
  seq,
  answerId,
  index,
  kind: 'fact',
  author: 'composer',
  parts: [{ text: `Sentence ${index}.` }],
})

export const withheld = (seq: number, index: number, answerId = 'a1'): ServerFrame => ({
  type: 'withheld',
  seq,
  answerId,
  index,
  reason: 'It gave a number that is not in the data.',
})

export const ended = (seq: number, answerId = 'a1'): ServerFrame => ({
  type: 'done',
  seq,
  answerId,
  outcome: 'answered',
  facts: [],
  suggestions: [],
})

export const corrected = (seq: number, words: string, isWithdrawn = false): ServerFrame =>
  Frame.parse({
    type: 'correction',
    seq,
    answerId: 'a1',
    coach: 'Coach A',
    at: '2026-11-23T09:00:00Z',
    wrong: [{ index: 0, from: 0, to: 8 }],
    parts: [{ text: words }],
    ...(isWithdrawn && { isWithdrawn: true }),
  })
