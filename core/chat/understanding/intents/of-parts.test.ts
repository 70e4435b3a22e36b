import { expect, test } from 'vitest'
import { readQuestion } from '../entities/read-question.ts'
import type { SeasonNames } from '../entities/season-names.ts'
import { fitted } from './fit-intent.ts'

const noNames: SeasonNames = { tracks: [], races: new Map(), cars: new Set() }

test.each([
  ['rank of car 31 in each section', 'ranking', 'compare-sections'],
  ['my rank in section 2', 'ranking', 'fastest-where'],
  ['me, car 22 and car 46 through turns 5 and 6', 'section-figures', 'compare-cars'],
  ['where am i faster than car 22', 'compare-cars', 'strengths'],
  ['where was i slower than car 22', 'compare-cars', 'where-time'],
  ['gap to the leader by sector', 'gaps', 'where-time'],
  ['best in s1 but bad in s3', 'fastest-where', 'compare-sections'],
  ['t12 vs t5 for me', 'section-figures', 'compare-sections'],
  ['on which lap was car 13 fastest in section 1', 'fastest-where', 'section-figures'],
  ['in which section did i improve from start to finish', 'improved', 'trend'],
  ['my lap 10 vs car 13 lap 10', 'lap-apart', 'compare-cars'],
])('%s: %s becomes %s', (text, intent, meant) => {
  expect(fitted(intent, readQuestion(text, noNames), false)).toBe(meant)
})

test('who is best in one section but bad in another is asked of all', () => {
  const reading = readQuestion('who has the best s1 but bad s3', noNames)
  expect(fitted('fastest-where', reading, false)).toBeUndefined()
})
