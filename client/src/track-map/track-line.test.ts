import { expect, test } from 'vitest'
import type { Point } from '#core/domain/outline.ts'
import { pathOf, stretch, trackLine } from './track-line.ts'

const box = { width: 220, height: 120, margin: 10 }
/** 200 m by 100 m, from the south-west corner to the north: clockwise. */
const wide = {
  points: [
    [0, 0],
    [0, 100],
    [200, 100],
    [200, 0],
  ] satisfies [number, number][],
}

test('an outline fills its box, with north up', () => {
  const { points, isTurned } = trackLine(wide, box)
  expect(isTurned).toBe(false)
  expect(points).toEqual([
    [10, 110],
    [10, 10],
    [210, 10],
    [210, 110],
  ])
})

test('a tall outline in a wide box is turned to the right, still driven the same way round', () => {
  const tall = { points: wide.points.map(([x, y]): [number, number] => [y, 200 - x]) }
  const { points, isTurned } = trackLine(tall, box)
  expect(isTurned).toBe(true)
  expect(turning(points)).toBe(turning(trackLine(wide, box).points))
})

test('a stretch begins and ends between corners of the outline', () => {
  const line = trackLine(wide, box)
  expect(pathOf(stretch(line, 0.25, 0.75))).toBe('M60.0,10.0L210.0,10.0L210.0,110.0L160.0,110.0')
})

test('stretches that follow each other meet, and the last ends on the finish line', () => {
  const line = trackLine(wide, box)
  const first = stretch(line, 0, 0.4)
  const second = stretch(line, 0.4, 1)
  expect(first.at(-1)).toEqual(second[0])
  expect(second.at(-1)).toEqual(line.points[0])
})

test('a track without an outline is a ring, clockwise from the top', () => {
  const line = trackLine(null, box)
  expect(line.isRing).toBe(true)
  expect(line.points[0]).toEqual([110, 10])
  expect(turning(line.points)).toBe(1)
})

/** 1: clockwise on a screen, where y grows downwards. */
function turning(points: readonly Point[]): number {
  const twiceArea = points.reduce((sum, [x1, y1], index) => {
    const [x2, y2] = points[(index + 1) % points.length] ?? [x1, y1]
    return sum + x1 * y2 - x2 * y1
  }, 0)
  return Math.sign(twiceArea)
}
