import { byCar } from './car-laps.ts'
import { isClean, isGreen, reasonsOf, type ExclusionReason } from './exclusion.ts'
import type { Lap } from './lap.ts'

/** A lap with the word on whether it counts (D4). */
export type LedgerLap = Lap & {
  readonly excludedBecause: readonly ExclusionReason[]
  readonly isClean: boolean
  readonly isGreen: boolean
}

/** Every lap, counted or not, with its reasons; in file order, as it came. */
export function ledgerOf(laps: readonly Lap[]): readonly LedgerLap[] {
  const judged = new Map<Lap, LedgerLap>()
  for (const own of byCar(laps).values()) {
    own.forEach((lap, index) => judged.set(lap, judge(lap, own[index - 1])))
  }
  return laps.flatMap((lap) => judged.get(lap) ?? [])
}

/** Lap sets of D6 and D7: every lap, D4's green, D4's clean. */
export type LapSet = 'all' | 'green' | 'clean'

export function inLapSet(set: LapSet, lap: LedgerLap): boolean {
  switch (set) {
    case 'all':
      return true
    case 'green':
      return lap.isGreen
    case 'clean':
      return lap.isClean
  }
}

function judge(lap: Lap, previous: Lap | undefined): LedgerLap {
  return {
    ...lap,
    excludedBecause: reasonsOf(lap, previous),
    isClean: isClean(lap, previous),
    isGreen: isGreen(lap, previous),
  }
}
