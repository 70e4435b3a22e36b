import { expect, test } from 'vitest'
import { bareQuestion } from './bare-question.ts'

test.each([
  ['could you please tell me my best lap', 'my best lap'],
  ['hey, quick question: where do i lose time', 'where do i lose time'],
  ['ok so i was wondering if the heat mattered', 'the heat mattered'],
  ['list TOP in SECTION at RACE please', 'TOP in SECTION at RACE'],
  ['do you know who won RACE, mate', 'who won RACE'],
  ["what was my best lap if you don't mind, thanks", 'what was my best lap'],
  ["i'd like to know how consistent CAR is", 'how consistent CAR is'],
])('%s', (said, asked) => {
  expect(bareQuestion(said)).toBe(asked)
})

test.each([
  'thanks mate',
  'hello',
  'hello coach',
  'can you help me',
  'what do you know',
  'give me one line for the radio',
  'tell me something',
  'right then',
])('%s, which is nothing but courtesy or no courtesy, keeps its words', (said) => {
  expect(bareQuestion(said)).toContain(said.split(' ').at(-1))
})

test('what is named is never left out', () => {
  expect(bareQuestion('so LAP, then')).toBe('LAP')
  expect(bareQuestion('and RACE')).toBe('RACE')
})
