import { numericSort } from 'simple-statistics'
import { type Interval, symmetricInterval } from './interval.ts'

/**
 * The interval of a median that assumes no distribution (D12): [x(k), x(n+1−k)], k the largest with
 * 1 − 2 P(Bin(n, ½) ≤ k−1) ≥ confidence. Absent where even the whole range says less than that:
 * fewer than 6 values for 95 %, fewer than 5 for 90 %.
 */
export function medianInterval(
  values: readonly number[],
  confidence: number,
): Interval | undefined {
  return symmetricInterval(numericSort(values), orderForMedian(values.length, confidence))
}

/** k of D12; 0 where there is none. */
function orderForMedian(n: number, confidence: number): number {
  // Logarithms, because ½ to the power of n vanishes for races of a thousand laps.
  let logProbability = -n * Math.LN2
  let below = 0
  for (let k = 1; k <= n; k++) {
    below += Math.exp(logProbability)
    if (1 - 2 * below < confidence) return k - 1
    logProbability += Math.log((n - k + 1) / k)
  }
  return 0
}
