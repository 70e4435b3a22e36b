import { expect, test } from 'vitest'
import type { Fact } from '#core/domain/fact.ts'
import type { Answer } from './answer.ts'
import { numbersIn, numbersShown } from './numbers-shown.ts'

const best: Fact = {
  id: 'ml_pattern_recommendations/barber-r1_13#bestLap.lapTimeMs',
  label: 'Car 13: best lap',
  value: 97_428,
  unit: 'ms',
  text: '1:37.428',
  document: null,
}

type Parts = Answer['sentences'][number]['parts']

const answer = (parts: Parts, change: Partial<Answer> = {}): Answer => ({
  scope: { intents: ['best-lap'] },
  sentences: [{ kind: 'fact', parts }],
  withheld: [],
  outcome: 'answered',
  facts: [best],
  suggestions: 0,
  ...change,
})

const holds = () => undefined

test.each([
  ['Your best was 1:37.428 on lap 8.', ['1:37.428', '8']],
  ['You lost three tenths in two laps.', ['three tenths', 'two laps']],
  ['Half of them were quicker.', []],
  ['P21, 1,029 m', ['21', '1,029']],
])('the numbers of "%s" are found', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers)
})

test('a number with its fact is supported', () => {
  const shown = numbersShown(
    answer([{ text: 'Best ' }, { text: '1:37.428', factId: best.id }]),
    '',
    holds,
  )
  expect(shown).toMatchObject({ numbers: 1, cited: 1, citations: 1, citationsHold: 1 })
  expect(shown.unsupported).toEqual([])
})

test('a number without a citation is unsupported', () => {
  const shown = numbersShown(answer([{ text: 'Best 1:37.428' }]), '', holds)
  expect(shown.unsupported).toEqual(['1:37.428 in sentence 0: not cited'])
  expect(shown).toMatchObject({ numbers: 1, cited: 0 })
})

test('a number is not supported by another fact than its own', () => {
  const shown = numbersShown(answer([{ text: '1:37.429', factId: best.id }]), '', holds)
  expect(shown.unsupported).toHaveLength(1)
  expect(shown.citationsHold).toBe(0)
})

test('a citation of a fact that the answer does not hold is no citation', () => {
  const shown = numbersShown(answer([{ text: '1:37.428', factId: 'made/up#field' }]), '', holds)
  expect(shown.unsupported).toHaveLength(1)
})

test('a citation of a fact that does not open supports nothing', () => {
  const shown = numbersShown(
    answer([{ text: '1:37.428', factId: best.id }]),
    '',
    (id) => `${id} does not open`,
  )
  expect(shown.unsupported).toHaveLength(1)
  expect(shown.citationsHold).toBe(0)
})

test('what is not there may be called as the question called it, and nothing else', () => {
  const note: Answer = answer([], {
    outcome: 'not-in-data',
    sentences: [{ kind: 'note', parts: [{ text: 'There is no car 999, but 98.' }] }],
  })
  expect(numbersShown(note, 'best lap of 999', holds).unsupported).toEqual([
    '98 in sentence 0: not cited',
  ])
  expect(
    numbersShown({ ...note, outcome: 'answered' }, 'best lap of 999', holds).unsupported,
  ).toHaveLength(2)
})
