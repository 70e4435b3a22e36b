/** Small statistics, written again on purpose: the oracle shares no code with what it judges. */

const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b)

export function meanOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export function medianOf(values: readonly number[]): number | undefined {
  return quartileOf(values, 0.5)
}

/** Type 7 (D14); the median is its half. */
export function quartileOf(values: readonly number[], share: number): number | undefined {
  const sorted = ascending(values)
  const h = (sorted.length - 1) * share
  const below = sorted[Math.floor(h)]
  const above = sorted[Math.ceil(h)]
  if (below === undefined || above === undefined) return undefined
  return below + (h - Math.floor(h)) * (above - below)
}

/** Of a sample: n - 1. */
export function deviationOf(values: readonly number[]): number | undefined {
  const mean = meanOf(values)
  if (mean === undefined || values.length < 2) return undefined
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (values.length - 1))
}

/** Least squares of y on x; from three points (D20). */
export function slopeOf(points: readonly (readonly [number, number])[]): number | undefined {
  const x = meanOf(points.map(([first]) => first))
  const y = meanOf(points.map(([, next]) => next))
  if (x === undefined || y === undefined || points.length < 3) return undefined
  const along = points.reduce((sum, [first, next]) => sum + (first - x) * (next - y), 0)
  return along / points.reduce((sum, [first]) => sum + (first - x) ** 2, 0)
}

/** Two of these points, all pairs: D16's slopes, sorted. */
export function pairSlopes(points: readonly (readonly [number, number])[]): readonly number[] {
  return ascending(
    points.flatMap(([x, y], at) => points.slice(at + 1).map(([x2, y2]) => (y2 - y) / (x2 - x))),
  )
}
