import type { CorrectedLap } from './field-effect.ts'
import { theilSen } from './theil-sen.ts'

/** How a car's corrected lap time went over the race, that is against the field (D16). */
export type Trend = {
  readonly n: number
  /** + is losing to the field. */
  readonly slopeMsPerLap: number
  readonly lowMs: number
  readonly highMs: number
  readonly verdict: 'improving' | 'fading' | 'steady'
}

const fewestLaps = 8

/** Absent with fewer than eight laps. */
export function trend(laps: readonly CorrectedLap[]): Trend | undefined {
  if (laps.length < fewestLaps) return undefined
  const line = theilSen(
    laps.map(({ lapNumber, correctedMs }) => ({ x: lapNumber, y: correctedMs })),
  )
  if (line?.interval === undefined) return undefined
  const { low, high } = line.interval
  const verdict = high < 0 ? 'improving' : low > 0 ? 'fading' : 'steady'
  return { n: laps.length, slopeMsPerLap: line.slope, lowMs: low, highMs: high, verdict }
}
