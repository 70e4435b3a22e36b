import type { CorrectedLap } from './field-effect.ts'
import { median, quantile } from './quantile.ts'

/** How alike a car's corrected lap times are (D17). */
export type Steadiness = {
  readonly n: number
  /** Half the interquartile range: half of the laps lie about this close to the pace. */
  readonly steadyMs: number
  /** 0..100, how many of a hundred laps lie within 0.5 % of the pace. */
  readonly consistencyScore: number
}

const fewestLaps = 8
/** How close to the pace a lap counts as consistent, as a share of the pace. */
export const consistencyShare = 0.005

/** Absent with fewer than eight laps. */
export function steadiness(laps: readonly CorrectedLap[]): Steadiness | undefined {
  const n = laps.length
  if (n < fewestLaps) return undefined
  const times = laps.map(({ correctedMs }) => correctedMs)
  const paceMs = median(times)
  const close = times.filter((ms) => Math.abs(ms - paceMs) <= consistencyShare * paceMs).length
  return {
    n,
    steadyMs: (quantile(times, 0.75) - quantile(times, 0.25)) / 2,
    consistencyScore: Math.floor((100 * close) / n + 0.5),
  }
}
