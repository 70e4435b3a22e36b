import { expect, test } from 'vitest'
import { closedLengthM, directionOf, pointAt } from './outline.ts'
import type { Outline } from './track.ts'

/** 100 m a side, from the south-west corner to the north first. */
const square: Outline = {
  lengthM: 400,
  sectionEndsM: { s1: 100, s2: 250, s3: 400 },
  points: [
    [0, 0],
    [0, 100],
    [100, 100],
    [100, 0],
  ],
}

test('the length of an outline includes the side that closes it', () => {
  expect(closedLengthM(square.points)).toBe(400)
})

test('north, east, south, west is clockwise, the other way round anticlockwise', () => {
  expect(directionOf(square.points)).toBe('clockwise')
  expect(directionOf(square.points.toReversed())).toBe('anticlockwise')
})

test.each([
  ['the finish line', 0, [0, 0]],
  ['in the first side', 41, [0, 40]],
  ['at a corner', 102.5, [0, 100]],
  ['in the side that closes it', 389.5, [20, 0]],
  ['the end of the lap', 410, [0, 0]],
  ['before the line', -20.5, [20, 0]],
  ['in the next lap', 451, [0, 40]],
])('official metres are scaled to the outline: %s', (_, atM, [x, y]) => {
  const point = pointAt(square, 410, atM)
  expect(point[0]).toBeCloseTo(x ?? Number.NaN, 9)
  expect(point[1]).toBeCloseTo(y ?? Number.NaN, 9)
})
