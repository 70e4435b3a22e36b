import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { Pace } from '#core/protocol/rest/car-summary.ts'

/** The corrected figures of a quantity as documents hold them. */
type StoredPace = PatternDocument['lap']

/** Null where a car has too few laps for a pace (D12). */
export function presentPace(stored: StoredPace): Pace | null {
  if (stored.paceMs === null) return null
  return {
    n: stored.paceN,
    paceMs: stored.paceMs,
    lowMs: stored.paceLowMs,
    highMs: stored.paceHighMs,
    rank: stored.paceRank,
    of: stored.paceOf,
    gapMs: stored.paceGapMs,
    gapLowMs: stored.paceGapLowMs,
    gapHighMs: stored.paceGapHighMs,
    targetMs: stored.targetMs,
    repeatGainMs: stored.repeatGainMs,
    targetLaps: stored.targetLaps,
  }
}
