import { expect, test } from 'vitest'
import { asksAgain, asksShorter, saidAgainBy } from './said-again.ts'

test.each([
  'in one sentence',
  'say it simpler please',
  'ok can you explain that in plain english',
  'shorter',
  "I don't get it",
  'too long, say that in fewer words',
  'huh?',
  'tl;dr',
  'explain it to me like im 5',
])('%j wants the answer before, shorter', (text) => {
  expect(asksShorter(text)).toBe(true)
})

test.each([
  'what was my best lap in one sentence',
  'is section 2 shorter',
  'what does stands out mean',
  'which race was shorter?',
  'and again in race 2',
])('%j asks something of its own', (text) => {
  expect(asksAgain(text)).toBe(false)
})

test('what is only to be repeated is not made shorter', () => {
  expect([asksAgain('say that again'), asksShorter('say that again')]).toEqual([true, false])
})

test('advice has a line for the radio, a result is said again as it is', () => {
  expect(saidAgainBy('in one sentence', 'work-on')).toBe('radio-line')
  expect(saidAgainBy('in one sentence', 'position')).toBe('position')
  expect(saidAgainBy('say that again', 'work-on')).toBe('work-on')
})
