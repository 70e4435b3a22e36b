import { expect, test } from 'vitest'
import { ScreenContext } from '#core/protocol/chat/scope.ts'
import type { PastQuestion } from './answer-question.ts'
import { withChoice } from './choice-taken.ts'

const races = ['barber-r1', 'barber-r2'].map((raceId, index) => ({
  label: `Barber, race ${index + 1}`,
  text: 'where do I lose time',
  context: ScreenContext.parse({ raceId }),
}))

function answer(text: string, outcome: PastQuestion['outcome'] = 'asked-back') {
  const asked = { text: 'where do I lose time', scope: { intents: ['where-time'] }, facts: [] }
  const history = [{ ...asked, outcome, suggestions: races }]
  return withChoice({ text, history, signal: new AbortController().signal })
}

test.each([
  ['the first', 'barber-r1'],
  ['yes please', 'barber-r1'],
  ['the second one', 'barber-r2'],
  ['2', 'barber-r2'],
  ['Race 2 please', 'barber-r2'],
  ['the last one', 'barber-r2'],
])('%s takes what was offered', (text, raceId) => {
  expect(answer(text)).toMatchObject({ text: 'where do I lose time', context: { raceId } })
})

test.each(['barber', 'who won?', 'the seventh'])('%s is a question of its own', (text) => {
  expect(answer(text).text).toBe(text)
})

test('after an answer there is nothing to choose from', () => {
  expect(answer('the first', 'answered').text).toBe('the first')
})
