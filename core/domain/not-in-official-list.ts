import { isInLap, isOutLap } from './exclusion.ts'
import type { Lap } from './lap.ts'
import type { BestLapsRow } from './race-timing.ts'

const lapsListed = 10

/**
 * Laps of a car that the official list of its ten best laps leaves out although they are quick enough
 * for it (D20): probably deleted by the stewards; the sheet gives no reason. A list of fewer than ten
 * has room for any lap.
 */
export function notInOfficialList<L extends Lap>(
  laps: readonly L[],
  row: BestLapsRow | undefined,
): readonly L[] {
  if (row === undefined) return []
  const listed = new Set(row.laps.map(({ lapNumber }) => lapNumber))
  const isFull = row.laps.length >= lapsListed
  const slowestMs = isFull ? Math.max(...row.laps.map(({ lapTimeMs }) => lapTimeMs)) : Infinity
  return laps.filter((lap, index) => {
    const lapTimeMs = lap.timeMs.lap ?? Infinity
    const isInPits = isInLap(lap, laps[index - 1]) || isOutLap(lap, laps[index - 1])
    return lap.lapNumber > 1 && !isInPits && !listed.has(lap.lapNumber) && lapTimeMs < slowestMs
  })
}
