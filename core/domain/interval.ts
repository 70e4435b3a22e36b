/** What an estimate is likely to lie in, ends included; in the unit of what it is of. */
export type Interval = { readonly low: number; readonly high: number }

/** The k-th smallest and the k-th largest (from 1) of values in order; absent where k is less than 1. */
export function symmetricInterval(ordered: readonly number[], k: number): Interval | undefined {
  const low = ordered[k - 1]
  const high = ordered[ordered.length - k]
  return low === undefined || high === undefined ? undefined : { low, high }
}
