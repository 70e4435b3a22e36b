import type { FieldEffect } from './field-effect.ts'

/** How much the state of the track moved lap times over a race (D19). */
export type TrackChange = {
  /** Between the slowest and the quickest lap of the field. */
  readonly rangeMs: number
  /** The same in percent of the field median pace. */
  readonly rangePct: number
  readonly hasChanged: boolean
  readonly slowestLap: number
  readonly quickestLap: number
}

/** Above this percentage of the field median pace, the track changed. */
export const trackChangeLimitPct = 2

/** Absent where no lap has a field effect. */
export function trackChange(effect: FieldEffect, fieldMedianMs: number): TrackChange | undefined {
  const quickestFirst = [...effect].toSorted(([, a], [, b]) => a.effectMs - b.effectMs)
  const quickest = quickestFirst[0]
  const slowest = quickestFirst.at(-1)
  if (quickest === undefined || slowest === undefined) return undefined
  const rangeMs = slowest[1].effectMs - quickest[1].effectMs
  const rangePct = (100 * rangeMs) / fieldMedianMs
  return {
    rangeMs,
    rangePct,
    hasChanged: rangePct > trackChangeLimitPct,
    slowestLap: slowest[0],
    quickestLap: quickest[0],
  }
}
