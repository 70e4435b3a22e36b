import { expect, test } from 'vitest'
import { nearTarget } from './near-target.ts'

/** Two numbers under each other in lines of 21 px, and one beside the first. */
const targets = [
  { target: 'first', edges: { left: 100, right: 120, top: 100, bottom: 120 } },
  { target: 'under it', edges: { left: 100, right: 120, top: 121, bottom: 141 } },
  { target: 'beside it', edges: { left: 140, right: 160, top: 100, bottom: 120 } },
]

test.each([
  [110, 110, 'first'],
  [110, 87, 'first'],
  [110, 85, undefined],
  [110, 130, 'under it'],
  [110, 150, 'under it'],
  [86, 110, 'first'],
  [85, 110, undefined],
  [128, 110, 'first'],
  [132, 110, 'beside it'],
])('a tap at %i, %i is meant for %s', (x, y, meant) => {
  expect(nearTarget({ x, y }, targets)).toBe(meant)
})

test('a target that is large enough reaches no further than it is', () => {
  const large = [{ target: 'large', edges: { left: 0, right: 100, top: 0, bottom: 60 } }]
  expect(nearTarget({ x: 50, y: 61 }, large)).toBeUndefined()
})
