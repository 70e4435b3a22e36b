import { expect, test } from 'vitest'
import { plainText } from '../plain-text.ts'
import { readQuestion } from './read-question.ts'
import type { SeasonNames } from './season-names.ts'

const noNames: SeasonNames = { tracks: [], races: new Map(), cars: new Set() }
const mentionsOf = (text: string) => readQuestion(plainText(text), noNames).mentions

test.each([
  ["lap 15 shouldn't count, traffic", [15]],
  ["laps 3 and 4 weren't representative", [3, 4]],
  ["i reckon lap 9 wasn't a fair lap", [9]],
])('%s leaves laps out', (text, laps) => {
  expect(mentionsOf(text)).toContainEqual({ type: 'without', laps })
})

test('why a lap should not count is a question, no objection', () => {
  const types = mentionsOf("why shouldn't lap 3 count?").map(({ type }) => type)
  expect(types).not.toContain('without')
})

test('those laps are left out where they are spoken of', () => {
  expect(mentionsOf('take those two out').map(({ type }) => type)).toContain('without-that')
  expect(mentionsOf('without it what is my average').map(({ type }) => type)).toContain(
    'without-that',
  )
})
