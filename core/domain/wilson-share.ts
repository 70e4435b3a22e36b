/** A share with its 95 % interval by Wilson; without trials nothing can be said. */
export type Share = {
  readonly hits: number
  readonly n: number
  readonly rate: number | null
  readonly low: number | null
  readonly high: number | null
}

const z = 1.959963984540054

/** Honest near 1 and for small n: 10 of 10 is 72 % to 100 %. */
export function wilsonShare(hits: number, n: number): Share {
  if (n === 0) return { hits, n, rate: null, low: null, high: null }
  const rate = hits / n
  const spread = 1 + z ** 2 / n
  const middle = (rate + z ** 2 / (2 * n)) / spread
  const half = (z * Math.sqrt((rate * (1 - rate)) / n + z ** 2 / (4 * n ** 2))) / spread
  return { hits, n, rate, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
