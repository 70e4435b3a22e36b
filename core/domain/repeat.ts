import type { CorrectedLap } from './field-effect.ts'
import { median, quantile } from './quantile.ts'

/**
 * What a car does on its own best quarter of laps (D14). Target and gain are absent where all of
 * these laps lie within five laps: one good stretch is not a habit.
 */
export type Repeat = {
  readonly target?: { readonly targetMs: number; readonly repeatGainMs: number }
  /** The laps at or under the target, ascending. */
  readonly targetLaps: readonly number[]
}

const fewestLaps = 9
const stretch = 5

/** Target, gain and target laps of one car in one quantity; absent with fewer than nine laps. */
export function repeat(laps: readonly CorrectedLap[]): Repeat | undefined {
  if (laps.length < fewestLaps) return undefined
  const times = laps.map(({ correctedMs }) => correctedMs)
  const targetMs = quantile(times, 0.25)
  const targetLaps = laps
    .filter(({ correctedMs }) => correctedMs <= targetMs)
    .map(({ lapNumber }) => lapNumber)
  if (Math.max(...targetLaps) - Math.min(...targetLaps) < stretch) return { targetLaps }
  return { target: { targetMs, repeatGainMs: median(times) - targetMs }, targetLaps }
}
