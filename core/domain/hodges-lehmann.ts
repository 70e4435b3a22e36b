import { numericSort, quantileSorted } from 'simple-statistics'
import { type Interval, symmetricInterval } from './interval.ts'

/** The standard normal value that 90 % lie within. */
const z90 = 1.6448536269514722

/**
 * How far `after` lies from `before`: the median of all differences between them, with the 90 %
 * interval that belongs to the Mann-Whitney test (Hodges and Lehmann; D15). The interval is absent
 * where there are too few values. Throws on no values.
 */
export function hodgesLehmann(
  before: readonly number[],
  after: readonly number[],
): { readonly shift: number; readonly interval: Interval | undefined } {
  const differences = numericSort(after.flatMap((b) => before.map((a) => b - a)))
  const pairs = before.length * after.length
  const spread = z90 * Math.sqrt((pairs * (before.length + after.length + 1)) / 12)
  const interval = symmetricInterval(differences, Math.floor(pairs / 2 - spread))
  return { shift: quantileSorted(differences, 0.5), interval }
}
