/** What two people said of one thing. */
export type PairOfVerdicts = readonly [string, string]

/**
 * Cohen's kappa: how much more often two people agree than they would by chance, if each gave the verdicts as
 * often as they did but without looking. (observed − expected) / (1 − expected): 1 is always, 0 is chance, below 0
 * is less than chance. Undefined without pairs, and where both always gave the same one verdict: chance alone
 * would then agree always.
 */
export function cohensKappa(pairs: readonly PairOfVerdicts[]): number | undefined {
  const n = pairs.length
  const observed = pairs.filter(([one, other]) => one === other).length / n
  const count = (place: 0 | 1, verdict: string) =>
    pairs.filter((pair) => pair[place] === verdict).length
  const verdicts = [...new Set(pairs.map(([one]) => one))]
  const expected = verdicts.reduce(
    (sum, verdict) => sum + (count(0, verdict) * count(1, verdict)) / n ** 2,
    0,
  )
  return n === 0 || expected === 1 ? undefined : (observed - expected) / (1 - expected)
}
