import type { Lap } from './lap.ts'

/** A stop in the pits: the lap that ended there, the one that began there, and the time in the pit lane. */
export type PitStop = {
  /** Absent where pit entry and exit lie within one lap, which is then the out-lap. */
  readonly inLap?: number
  /** Absent where the car did not come out again. */
  readonly outLap?: number
  readonly pitTimeMs?: number
}

/** Laps without a stop between them, by lap number. */
export type Stint = { readonly fromLap: number; readonly toLap: number }

/**
 * The stops of a car, its laps in order. The time in the pit lane is printed on the out-lap; where
 * the line lies behind the pit exit, on the in-lap itself. On lap 1 it is a start from the pit lane.
 */
export function pitStopsOf(laps: readonly Lap[]): readonly PitStop[] {
  return laps.flatMap((lap, index) => {
    const isAfterStop = laps[index - 1]?.isInLap === true
    if (lap.isInLap) return [stopAfter(lap, laps[index + 1], isAfterStop)]
    if (lap.pitTimeMs === undefined || lap.lapNumber === 1 || isAfterStop) return []
    return [{ outLap: lap.lapNumber, pitTimeMs: lap.pitTimeMs }]
  })
}

/** The stints of a car, its laps in order: a stop ends one and begins the next. */
export function stintsOf(laps: readonly Lap[]): readonly Stint[] {
  const stops = pitStopsOf(laps)
  const lastLaps = new Set(stops.map(({ inLap, outLap }) => inLap ?? (outLap ?? 0) - 1))
  const stints: Stint[] = []
  let fromLap: number | undefined
  for (const [index, { lapNumber }] of laps.entries()) {
    fromLap ??= lapNumber
    if (lastLaps.has(lapNumber) || index === laps.length - 1) {
      stints.push({ fromLap, toLap: lapNumber })
      fromLap = undefined
    }
  }
  return stints
}

/** The car began the race in the pit lane: lap 1 has a time in it. */
export function startedFromPitLane(laps: readonly Lap[]): boolean {
  const first = laps[0]
  return first?.lapNumber === 1 && first.pitTimeMs !== undefined
}

function stopAfter(inLap: Lap, next: Lap | undefined, isAfterStop: boolean): PitStop {
  const ownMs = isAfterStop ? undefined : inLap.pitTimeMs
  const pitTimeMs = next?.pitTimeMs ?? ownMs
  return {
    inLap: inLap.lapNumber,
    ...(next === undefined ? {} : { outLap: next.lapNumber }),
    ...(pitTimeMs === undefined ? {} : { pitTimeMs }),
  }
}
