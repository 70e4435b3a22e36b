import { expect, test } from 'vitest'
import { isMarked } from './is-marked.ts'

test.each([
  ['s2', 's2', true],
  ['s2a', 's2', true],
  ['s2', 's2a', false],
  ['s2b', 's2a', false],
  ['s1s2', 's2', true],
  ['s1s2', 's2a', true],
  ['s1s2', 's3', false],
  ['s2', undefined, false],
] as const)('%s, where %s is chosen: %s', (id, chosen, expected) => {
  expect(isMarked(id, [chosen])).toBe(expected)
})
