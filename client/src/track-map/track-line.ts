import { closedLengthM, distanceM, type Point } from '#core/domain/outline.ts'
import type { Outline } from '#core/domain/track.ts'

export type Box = { readonly width: number; readonly height: number; readonly margin: number }

/** A track as a closed line on the screen, from the finish line in driving direction. */
export type TrackLine = {
  readonly points: readonly Point[]
  /** Turned by a quarter to the right, where it is larger like that: north is to the right then. */
  readonly isTurned: boolean
  /** Drawn from its times alone: no outline is known. */
  readonly isRing: boolean
}

/** Turning a track must make it this much larger. */
const worthTurning = 1.2

/** The outline as large as the box allows, north up or to the right; a ring where there is none. */
export function trackLine(outline: Pick<Outline, 'points'> | null, box: Box): TrackLine {
  if (outline === null) return { points: ring(box), isTurned: false, isRing: true }
  // y grows to the north in an outline and downwards on a screen.
  const northUp = outline.points.map(([x, y]): Point => [x, -y])
  const turned = outline.points.map(([x, y]): Point => [y, x])
  const isTurned = scaleInto(turned, box) > worthTurning * scaleInto(northUp, box)
  return { points: fitted(isTurned ? turned : northUp, box), isTurned, isRing: false }
}

/** The points of the line from one share of the lap to a later one, both ends included. */
export function stretch(
  { points }: TrackLine,
  fromShare: number,
  toShare: number,
): readonly Point[] {
  const lengthM = closedLengthM(points)
  const found: Point[] = []
  let atM = 0
  points.forEach((from, index) => {
    const to = points[(index + 1) % points.length] ?? from
    const sideM = distanceM(from, to)
    const share = (wanted: number) => (wanted * lengthM - atM) / sideM
    const first = Math.max(0, share(fromShare))
    const last = Math.min(1, share(toShare))
    if (first < last) {
      if (found.length === 0) found.push(between(from, to, first))
      found.push(between(from, to, last))
    }
    atM += sideM
  })
  return found
}

/** SVG path data, to a tenth of a pixel. */
export function pathOf(points: readonly Point[], isClosed = false): string {
  const text = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')
  return `M${text}${isClosed ? 'Z' : ''}`
}

function between([x1, y1]: Point, [x2, y2]: Point, share: number): Point {
  return [x1 + share * (x2 - x1), y1 + share * (y2 - y1)]
}

function extent(points: readonly Point[]) {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

function scaleInto(points: readonly Point[], { width, height, margin }: Box): number {
  const size = extent(points)
  return Math.min((width - 2 * margin) / size.width, (height - 2 * margin) / size.height)
}

function fitted(points: readonly Point[], box: Box): readonly Point[] {
  const scale = scaleInto(points, box)
  const size = extent(points)
  const left = (box.width - scale * size.width) / 2
  const top = (box.height - scale * size.height) / 2
  return points.map(([x, y]) => [left + scale * (x - size.left), top + scale * (y - size.top)])
}

const ringPoints = 120

/** Clockwise from the top. */
function ring({ width, height, margin }: Box): readonly Point[] {
  const radius = Math.min(width, height) / 2 - margin
  return Array.from({ length: ringPoints }, (_, index): Point => {
    const angle = (2 * Math.PI * index) / ringPoints
    return [width / 2 + radius * Math.sin(angle), height / 2 - radius * Math.cos(angle)]
  })
}
