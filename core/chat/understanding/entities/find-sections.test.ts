import { expect, test } from 'vitest'
import { readQuestion } from './read-question.ts'
import type { SeasonNames } from './season-names.ts'

const noNames: SeasonNames = { tracks: [], races: new Map(), cars: new Set() }

function placesIn(text: string): readonly string[] {
  return readQuestion(text, noNames).mentions.flatMap((one) => {
    if (one.type === 'section') return [one.section]
    if (one.type === 'no-section') return [`no ${one.text}`]
    return one.type === 'corner' ? [`turn ${one.corner}`] : []
  })
}

test.each([
  ['how am i in section 2c', ['no 2c']],
  ['my median in 2b', ['s2b']],
  ['am i better in the first or the last sector', ['s1', 's3']],
  ['who is strongest in sector 1, 2 and 3', ['s1', 's2', 's3']],
  ['how am i in the last corner', ['turn last']],
  ['best driver through the middle of the lap', ['s2']],
  ['am i slow in the last part of the lap', ['s3']],
  ['me, 22 and 46 through turns 5 and 6', ['turn 5', 'turn 6']],
])('%s', (text, places) => {
  expect(placesIn(text)).toEqual(places)
})

test.each([
  ['my lap 10 vs 13s lap 10', '13'],
  ['22s best section', '22'],
  ['where is 98 quickest', '98'],
])('%s is about a car', (text, number) => {
  expect(readQuestion(text, noNames).mentions).toContainEqual({ type: 'car', number })
})

test('losing time to a car is compared with it', () => {
  const { mentions } = readQuestion('losing time vs 13 where', noNames)
  expect(mentions).toContainEqual({ type: 'compared' })
})
