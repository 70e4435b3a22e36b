/**
 * Holm's adjustment of several p-values for having looked more than once: the smallest is
 * multiplied by their number, the next by one less, never falling, never above 1. In the order given.
 */
export function holmAdjusted(ps: readonly number[]): number[] {
  const adjusted: number[] = [...ps]
  const ascending = [...ps.entries()].sort(([, a], [, b]) => a - b)
  let largest = 0
  for (const [place, [index, p]] of ascending.entries()) {
    largest = Math.max(largest, Math.min(1, p * (ps.length - place)))
    adjusted[index] = largest
  }
  return adjusted
}
