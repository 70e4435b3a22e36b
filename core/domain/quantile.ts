import * as statistics from 'simple-statistics'

/**
 * Type 7, as numpy and R have it by default (D14): h = (n − 1) p, between the two neighbours in a
 * straight line. Of times in ms, quarters and halves are exact. Throws on no values.
 */
export function quantile(values: readonly number[], p: number): number {
  return statistics.quantile(values, p)
}

/** The middle value; of an even number the mean of the two in the middle. Throws on no values. */
export function median(values: readonly number[]): number {
  return statistics.median(values)
}

/** 1 + how many values are smaller: equal values share a rank (D12). */
export function rankOf(value: number, among: readonly number[]): number {
  return 1 + among.filter((other) => other < value).length
}
