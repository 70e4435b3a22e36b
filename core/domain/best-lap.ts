import type { Lap } from './lap.ts'

/** A lap with a time. */
export type TimedLap<L extends Lap = Lap> = { readonly lap: L; readonly lapTimeMs: number }

/** The fastest lap after the opening lap, as official results have it; of equal times the first (D7). */
export function bestLapOf<L extends Lap>(laps: readonly L[]): TimedLap<L> | undefined {
  return laps
    .flatMap((lap) => {
      const lapTimeMs = lap.timeMs.lap
      return lapTimeMs === undefined || lap.lapNumber === 1 ? [] : [{ lap, lapTimeMs }]
    })
    .reduce<TimedLap<L> | undefined>(
      (best, next) => (best === undefined || next.lapTimeMs < best.lapTimeMs ? next : best),
      undefined,
    )
}
