import type { ExclusionReason } from './exclusion.ts'
import type { CarNumber, RaceId } from './ids.ts'
import type { Flag } from './lap.ts'
import { inLapSet, type LapSet, type LedgerLap } from './ledger.ts'
import type { SectionId } from './quantity.ts'

/** Laps of one race that are looked at together: of a class, of a car. */
export type RaceLaps = { readonly raceId: RaceId; readonly laps: readonly LedgerLap[] }

/** The fastest time in a section, who drove it and what it is worth (D6). */
export type SectionBest = {
  readonly section: SectionId
  readonly bestMs: number
  readonly raceId: RaceId
  readonly car: CarNumber
  readonly lapNumber: number
  readonly line: number
  readonly flagAtLine: Flag
  /** Whether the lap that it comes from counts, and if not why. */
  readonly isClean: boolean
  readonly excludedBecause: readonly ExclusionReason[]
  /** Other laps of the set within a tenth of a second of it: a best that nobody came near is doubtful. */
  readonly repeated: { readonly laps: number; readonly cars: readonly CarNumber[] }
}

const repeatedWithinMs = 100

/** The best of a section over a lap set of one or more races; of equal times the first in the order given (D6). */
export function bestSection(
  section: SectionId,
  races: readonly RaceLaps[],
  set: LapSet,
): SectionBest | undefined {
  const timed = races.flatMap(({ raceId, laps }) =>
    laps.flatMap((lap) => {
      const ms = lap.timeMs[section]
      return ms === undefined || !inLapSet(set, lap) ? [] : [{ raceId, lap, ms }]
    }),
  )
  if (timed.length === 0) return undefined
  const best = timed.reduce((quickest, next) => (next.ms < quickest.ms ? next : quickest))
  const near = timed.filter((one) => one !== best && one.ms <= best.ms + repeatedWithinMs)
  const { car, lapNumber, line, flagAtLine, isClean, excludedBecause } = best.lap
  return {
    section,
    bestMs: best.ms,
    raceId: best.raceId,
    car,
    lapNumber,
    line,
    flagAtLine,
    isClean,
    excludedBecause,
    repeated: { laps: near.length, cars: [...new Set(near.map(({ lap }) => lap.car))] },
  }
}
