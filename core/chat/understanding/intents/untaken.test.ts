import { expect, test } from 'vitest'
import { plainText } from '../plain-text.ts'
import { readQuestion } from '../entities/read-question.ts'
import type { SeasonNames } from '../entities/season-names.ts'
import { untakenOf } from './untaken.ts'

const noNames: SeasonNames = { tracks: [], races: new Map(), cars: new Set() }

function untaken(text: string, intent: string): readonly string[] {
  return untakenOf(readQuestion(plainText(text), noNames), intent)
}

test.each([
  ['my average if I had not spun', 'mean-lap', 'the “what if”'],
  ['where do I lose time per corner', 'where-time', 'the rate'],
  ['how many laps before my best lap', 'best-lap', 'how many'],
  ['my best lap before the contact', 'best-lap', 'the part of the race that you named'],
  ['my median in traffic', 'median-lap', 'the laps in traffic alone'],
  ['longest run within 3 tenths', 'streaks', 'the limit that you named'],
  ['best lap except in the rain', 'best-lap', 'what you want left out'],
  ['standard deviation of my best lap', 'best-lap', 'the standard deviation'],
  ['my second best lap against 31', 'compare-cars', 'which one in the order you asked for'],
  ['how many of my laps were under 1:39', 'mean-lap', 'how many'],
])('%s is not all of what %s answers', (text, intent, words) => {
  expect(untaken(text, intent)).toContain(words)
})

test.each([
  ['what was my average without the yellow', 'mean-lap'],
  ['how many tenths am I off the composite', 'gap-to-composite'],
  ['average after the race', 'mean-lap'],
  ['my mean without laps 3 and 4', 'mean-lap'],
  ['my second best lap', 'nth-lap'],
  ['how many laps under 1:39', 'laps-within'],
  ['best lap before the restart', 'best-lap'],
  ['how many laps count', 'counted-laps'],
  ['the mean of my five best laps in a row', 'best-run'],
])('%s is what %s answers', (text, intent) => {
  expect(untaken(text, intent)).toEqual([])
})
