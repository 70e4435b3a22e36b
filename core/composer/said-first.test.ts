import { expect, test } from 'vitest'
import { firstStrength } from './coaching-strength.ts'
import { closeSecond } from './coaching-where.ts'
import { coached, section } from './fixtures.ts'
import { textOf } from './say.ts'

const strength = (quantity: 's1' | 's2' | 's2b', paceGapMs: number, isSurelyAhead: boolean) => ({
  quantity,
  paceGapMs,
  gapPct: 0,
  paceRank: 2,
  isAhead: true,
  isSurelyAhead,
})

test.each([
  [false, true, 1],
  [true, true, 0],
  [false, false, 0],
])('a half (beyond chance: %s) and its section (%s): number %d is told', (half, whole, first) => {
  const strengths = [strength('s2b', -96, half), strength('s2', -142, whole)]
  const { pattern } = coached({ opportunities: ['s1'], strengths })
  expect(firstStrength(pattern)).toBe(first)
})

test.each([
  [226, 220, 'Section 2 is close: 0.22 s off.'],
  [226, 205, undefined],
])('of gaps of %d and %d the second is called close: %s', (s3, s2, said) => {
  const sections = { s1: section(-50), s2: section(s2), s3: section(s3) }
  const told = closeSecond(coached({ sections, opportunities: ['s3', 's2'] }))
  expect(told && textOf(told)).toBe(said)
})
