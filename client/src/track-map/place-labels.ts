import { pointAt, type Point } from '#core/domain/outline.ts'
import { headingAt } from './marks.ts'
import type { TrackLine } from './track-line.ts'

export type Rect = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
type Size = Pick<Rect, 'width' | 'height'>

/** What labels keep clear of, and the size that they stay within. */
export type Surroundings = {
  readonly line: TrackLine
  /** The line as points close to each other: `samplesOf(line)`. */
  readonly samples: readonly Point[]
  readonly within: Size
  readonly taken: readonly Rect[]
}

const sampleCount = 240

export function samplesOf(line: TrackLine): readonly Point[] {
  return Array.from({ length: sampleCount }, (_, index) => pointAt(line, 1, index / sampleCount))
}

const directions = Array.from({ length: 16 }, (_, index): Point => {
  const angle = (2 * Math.PI * index) / 16
  return [Math.cos(angle), Math.sin(angle)]
})

/** Where a label of a stretch stands: beside its middle, clear of the line, of the edge and of other labels. */
export function placeBeside(
  stretch: { readonly fromShare: number; readonly toShare: number },
  size: Size,
  around: Surroundings,
): Rect {
  const { fromShare, toShare } = stretch
  const candidates = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].flatMap((part, order) => {
    const anchor = pointAt(around.line, 1, fromShare + part * (toShare - fromShare))
    return [12, 24, 40, 60, 90].flatMap((distance) =>
      directions.map((direction) => ({
        rect: rectTowards(anchor, direction, size, distance),
        dislike: 2 * order + distance / 8,
      })),
    )
  })
  return cheapest(candidates, around, (rect) => (isNearestTo(stretch, rect, around) ? 0 : 90))
}

/** A label beside another section's line would be read as that one's. */
function isNearestTo(
  { fromShare, toShare }: { readonly fromShare: number; readonly toShare: number },
  rect: Rect,
  { samples }: Surroundings,
): boolean {
  const distances = samples.map((point) => distanceTo(rect, point))
  const share = distances.indexOf(Math.min(...distances)) / samples.length
  return share >= fromShare && share <= toShare
}

function distanceTo({ x, y, width, height }: Rect, [px, py]: Point): number {
  return Math.hypot(Math.max(x - px, 0, px - x - width), Math.max(y - py, 0, py - y - height))
}

/** Where a mark of a point stands: on one side of the line or the other. */
export function placeAcross(
  share: number,
  size: Size,
  distance: number,
  around: Surroundings,
): Rect {
  const anchor = pointAt(around.line, 1, share)
  const [dx, dy] = headingAt(around.line, share)
  const sides: readonly Point[] = [
    [dy, -dx],
    [-dy, dx],
  ]
  const candidates = sides.flatMap((side) =>
    [distance, distance + 8].map((apart) => ({
      rect: rectTowards(anchor, side, size, apart - size.height / 2),
      dislike: (apart - distance) / 4,
    })),
  )
  return cheapest(candidates, around, () => 0)
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** A rectangle whose nearest edge is that far from a point, in a direction. */
function rectTowards([x, y]: Point, [dx, dy]: Point, { width, height }: Size, distance: number) {
  const reachX = dx === 0 ? Number.POSITIVE_INFINITY : width / 2 / Math.abs(dx)
  const reachY = dy === 0 ? Number.POSITIVE_INFINITY : height / 2 / Math.abs(dy)
  const reach = distance + Math.min(reachX, reachY)
  return { x: x + dx * reach - width / 2, y: y + dy * reach - height / 2, width, height }
}

type Candidate = { readonly rect: Rect; readonly dislike: number }

/**
 * Those disliked least first: as soon as a place is cheaper than the next one's dislike, it is the cheapest. What
 * takes long to tell is asked last, and only of a place that is still cheaper than the best so far.
 */
function cheapest(
  candidates: readonly Candidate[],
  around: Surroundings,
  moreOf: (rect: Rect) => number,
): Rect {
  let best: Candidate | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of candidates.toSorted((a, b) => a.dislike - b.dislike)) {
    if (candidate.dislike >= least) break
    let all = candidate.dislike + outside(candidate.rect, around)
    if (all < least) all += onLine(candidate.rect, around)
    if (all < least) all += moreOf(candidate.rect)
    if (all < least) [best, least] = [candidate, all]
  }
  return best?.rect ?? { x: 0, y: 0, width: 0, height: 0 }
}

/** What a place costs that leaves the map or covers others. */
function outside(rect: Rect, { within, taken }: Surroundings): number {
  const out =
    Math.max(0, -rect.x) +
    Math.max(0, -rect.y) +
    Math.max(0, rect.x + rect.width - within.width) +
    Math.max(0, rect.y + rect.height - within.height)
  return 1000 * out + 250 * taken.filter((other) => overlaps(rect, other)).length
}

/** What a place costs that is not clear of the line. */
function onLine(rect: Rect, { samples }: Surroundings): number {
  const clear = grown(rect, 9)
  return 25 * samples.filter((point) => holds(clear, point)).length
}

function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

function holds({ x, y, width, height }: Rect, [px, py]: Point): boolean {
  return px > x && px < x + width && py > y && py < y + height
}
