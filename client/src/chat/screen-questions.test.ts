// @vitest-environment node
import { expect, test } from 'vitest'
import { ScreenContext } from '#core/protocol/chat/scope.ts'
import type { Suggestion } from '#core/protocol/chat/frames.ts'
import { suggestionsFor } from './screen-questions.ts'
import type { Answer, Turn } from './turn.ts'

const always = [{ label: 'What can I ask?', text: 'What can I ask?' }]
const car = ScreenContext.parse({ trackId: 'barber', raceId: 'barber-r1', car: '3' })
const onLap = ScreenContext.parse({ ...car, lap: 8 })

function turn(suggestions: readonly string[], change: Partial<Answer['end']> = {}): Turn {
  const offered: Suggestion[] = suggestions.map((text) => ({ label: text, text }))
  const end = { outcome: 'answered', facts: [], suggestions: offered, ...change } as const
  const answer = { answerId: 'a1', seq: 1, entries: [], corrections: [], end }
  return { id: 'q1', asked: { id: 'q1', text: 'Why?', context: car }, answer }
}
const texts = (...given: Parameters<typeof suggestionsFor>) =>
  suggestionsFor(...given).map(({ text }) => text)

test('a new conversation offers what fits the screen', () => {
  expect(texts([], onLap, always)).toEqual([
    'Take lap 8 apart',
    'What happened on lap 8?',
    'Where do I lose the most time?',
  ])
})

test('where nothing is chosen it offers what always fits', () => {
  expect(texts([], {}, always)).toEqual(['What can I ask?'])
})

test('after an answer it offers what follows on from it', () => {
  expect(texts([turn(['And Section 3?'])], car, always).at(0)).toBe('And Section 3?')
})

test('another screen comes before what followed on on the one before', () => {
  expect(texts([turn(['And Section 3?'])], onLap, always).at(0)).toBe('Take lap 8 apart')
})

test('what was asked is not offered again, whatever its capitals', () => {
  expect(texts([turn(['WHY?', 'And why?'])], car, [])).not.toContain('WHY?')
})

test('the choices of a question back stand alone', () => {
  expect(texts([turn(['Car 3'], { outcome: 'asked-back' })], car, always)).toEqual([])
})
