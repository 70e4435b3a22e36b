import { expect, test } from 'vitest'
import { wantedIn } from '../intents/wanted-intent.ts'
import { plainText } from '../plain-text.ts'
import { readQuestion } from './read-question.ts'
import type { SeasonNames } from './season-names.ts'

const noNames: SeasonNames = { tracks: [], races: new Map(), cars: new Set() }
const wantedOf = (text: string) => wantedIn(readQuestion(plainText(text), noNames).mentions)

test.each([
  ['is a 1:38.2 good', 98_200],
  ['1.38.2, any good?', 98_200],
  ["is 1'38 quick", 98_000],
  ['a one thirty eight two, is that decent', 98_200],
  ['is 42.9 seconds good in there', 42_900],
])('%s names a time', (text, timeMs) => {
  expect(wantedOf(text)).toEqual({ as: 'worth', timeMs })
})

test.each(['is 38.2 degrees hot', 'was 210.4 km/h my top speed'])(
  '%s names no lap time',
  (text) => {
    expect(wantedOf(text)).toBeUndefined()
  },
)
