export type Point = readonly [x: number, y: number]

/** Length of the closed line through the points. */
export function closedLengthM(points: readonly Point[]): number {
  return sides(points).reduce((sum, [from, to]) => sum + distanceM(from, to), 0)
}

/** The way round, from the signed area (shoelace formula) of points whose x grows to the east and y to the north. */
export function directionOf(points: readonly Point[]): 'clockwise' | 'anticlockwise' {
  const twiceArea = sides(points).reduce((sum, [[x1, y1], [x2, y2]]) => sum + x1 * y2 - x2 * y1, 0)
  return twiceArea < 0 ? 'clockwise' : 'anticlockwise'
}

/**
 * The point at a distance from the finish line, on a track of the given official length.
 * Distances before the line (-16) and past the end are taken round the lap.
 */
export function pointAt(
  outline: { readonly points: readonly Point[] },
  lengthM: number,
  atM: number,
): Point {
  const fraction = atM / lengthM
  const { points } = outline
  const ends = endsOf(points)
  const along = (fraction - Math.floor(fraction)) * (ends.at(-1) ?? 0)
  const side = ends.findIndex((end) => along < end)
  const from = points[side]
  // Rounding can leave a hair past the last side: that is the finish line again.
  if (from === undefined) return points[0] ?? [0, 0]
  const to = points[(side + 1) % points.length] ?? from
  const begin = ends[side - 1] ?? 0
  const share = (along - begin) / ((ends[side] ?? begin) - begin)
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
}

/** How far along the line each side ends. Points are asked for many at a time, on few outlines. */
function endsOf(points: readonly Point[]): readonly number[] {
  const known = endsOfLine.get(points)
  if (known !== undefined) return known
  let along = 0
  const ends = sides(points).map(([from, to]) => (along += distanceM(from, to)))
  endsOfLine.set(points, ends)
  return ends
}

const endsOfLine = new WeakMap<readonly Point[], readonly number[]>()

function sides(points: readonly Point[]): [Point, Point][] {
  return points.map((point, index) => [point, points[(index + 1) % points.length] ?? point])
}

export function distanceM([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x2 - x1, y2 - y1)
}
