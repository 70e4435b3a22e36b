// @vitest-environment node
import { expect, test } from 'vitest'
import { Scope } from '#core/protocol/chat/scope.ts'
import type { Turn } from './turn.ts'
import { writtenConversation } from './written-conversation.ts'

const fact = {
  id: 'ml_pattern_recommendations/barber-r1_3#laps.9.timeMs.lap',
  label: 'Car 3, lap 9: the lap, as driven',
  value: 99_167,
  unit: 'ms',
  text: '1:39.167',
  document: null,
  source: { file: 'race|1.csv', line: 10, column: 'LAP_TIME' },
}
const said = { type: 'sentence', seq: 2, answerId: 'a1', author: 'model' } as const
const turn: Turn = {
  id: 'q1',
  asked: { id: 'q1', text: 'best *lap*\nof mine?' },
  answer: {
    answerId: 'a1',
    seq: 1,
    scope: Scope.parse({ intents: ['best-lap'], raceId: 'barber-r1', car: '3' }),
    entries: [
      { ...said, index: 0, kind: 'fact', parts: [{ text: 'Your best lap is 1:39.167.' }] },
      { ...said, index: 1, kind: 'hypothesis', parts: [{ text: 'You may have had a tow.' }] },
      { type: 'withheld', seq: 4, answerId: 'a1', index: 2, reason: 'It gave a wrong number.' },
    ],
    end: { outcome: 'answered', facts: [fact], suggestions: [] },
    corrections: [
      {
        type: 'correction',
        seq: 6,
        answerId: 'a1',
        coach: 'Coach A',
        at: '2026-11-23T09:00:00Z',
        wrong: [],
        parts: [{ text: 'It was lap 9.' }],
      },
    ],
  },
}
const written = { turns: [turn], welcome: undefined, raceName: () => 'Barber Race 1' }

test('as text it says all that was read', () => {
  expect(writtenConversation('text', written)).toBe(
    [
      '> best *lap*\nof mine?',
      'Understood: best lap · Car 3 · Barber Race 1',
      'Your best lap is 1:39.167.',
      'Hypothesis, not in the timing: You may have had a tow.',
      '[A sentence was withheld. It gave a wrong number.]',
      'Corrected by Coach A, 23 November 2026: It was lap 9.',
      '',
    ].join('\n'),
  )
})

test('as Markdown its figures say where they were read, and words of others are only words', () => {
  const markdown = writtenConversation('markdown', written)
  expect(markdown).toContain(String.raw`## best \*lap\* of mine?`)
  expect(markdown).toContain(
    String.raw`| 1:39.167 | Car 3, lap 9: the lap, as driven | race\|1.csv, line 10, LAP\_TIME |`,
  )
})

test('as JSON it holds the answer with its facts', () => {
  expect(JSON.parse(writtenConversation('json', written))).toMatchObject({
    season: null,
    questions: [{ question: 'best *lap*\nof mine?', answer: { end: { facts: [fact] } } }],
  })
})

test('a question without an answer is written too', () => {
  const waiting = { id: 'q2', asked: { id: 'q2', text: 'And now?' } }
  expect(writtenConversation('text', { ...written, turns: [waiting] })).toBe('> And now?\n')
})
