import { numericSort, quantileSorted } from 'simple-statistics'
import { type Interval, symmetricInterval } from './interval.ts'

/** The standard normal value that 95 % lie within. */
const z95 = 1.959963984540054

/**
 * The median of the slopes between all pairs of points, with Sen's 95 % interval (D16). One wild
 * lap does not turn it, as it would turn a least-squares line. Absent with fewer than two different x;
 * the interval is absent where there are too few points for one.
 */
export function theilSen(
  points: readonly { readonly x: number; readonly y: number }[],
): { readonly slope: number; readonly interval: Interval | undefined } | undefined {
  const n = points.length
  const slopes = numericSort(
    points.flatMap((from, index) =>
      points
        .slice(index + 1)
        .filter((to) => to.x !== from.x)
        .map((to) => (to.y - from.y) / (to.x - from.x)),
    ),
  )
  if (slopes.length === 0) return undefined
  const spread = z95 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)
  const interval = symmetricInterval(slopes, Math.floor((slopes.length - spread) / 2))
  return { slope: quantileSorted(slopes, 0.5), interval }
}
