import { pointAt, type Point } from '#core/domain/outline.ts'
import type { TrackLine } from './track-line.ts'

/** Half a percent of the lap each side: enough to see which way the line goes there. */
const near = 0.004

/** The way that the line goes at a share of the lap, as a vector of length 1. */
export function headingAt(line: TrackLine, share: number): Point {
  const [x1, y1] = pointAt(line, 1, share - near)
  const [x2, y2] = pointAt(line, 1, share + near)
  const length = Math.hypot(x2 - x1, y2 - y1)
  return length === 0 ? [1, 0] : [(x2 - x1) / length, (y2 - y1) / length]
}

/** A mark across the line, where a loop lies: both of its ends. */
export function markAcross(
  line: TrackLine,
  share: number,
  halfLength: number,
): readonly [Point, Point] {
  const [x, y] = pointAt(line, 1, share)
  const [dx, dy] = headingAt(line, share)
  return [
    [x - dy * halfLength, y + dx * halfLength],
    [x + dy * halfLength, y - dx * halfLength],
  ]
}
