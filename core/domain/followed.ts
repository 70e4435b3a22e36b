import type { CarNumber } from './ids.ts'
import type { Lap } from './lap.ts'

/** The car that crossed the line just before, on whatever lap and of whatever class (D18). */
export type Followed = {
  readonly car: CarNumber
  readonly lapNumber: number
  readonly intervalMs: number
  /** Laps that it is ahead: 0 in the same lap, below 0 when it is being lapped, above 0 when it laps. */
  readonly lapsAhead: number
}

type Crossing = { readonly lap: Lap; readonly hourMs: number }

/**
 * Whom each lap ended behind: the other car with the latest crossing strictly earlier, of several at
 * that instant the last in file order. Whoever crosses first follows nobody.
 */
export function followedOf(laps: readonly Lap[]): ReadonlyMap<Lap, Followed> {
  const crossings = laps
    .flatMap((lap) => (lap.hourMs === undefined ? [] : [{ lap, hourMs: lap.hourMs }]))
    .sort((a, b) => a.hourMs - b.hourMs)
  const followed = new Map<Lap, Followed>()
  let latest: Crossing | undefined
  let latestOfAnother: Crossing | undefined
  for (const together of Map.groupBy(crossings, ({ hourMs }) => hourMs).values()) {
    for (const { lap, hourMs } of together) {
      const ahead = latest?.lap.car === lap.car ? latestOfAnother : latest
      if (ahead !== undefined) followed.set(lap, follow(lap, hourMs, ahead))
    }
    for (const crossing of together) {
      if (latest?.lap.car !== crossing.lap.car) latestOfAnother = latest
      latest = crossing
    }
  }
  return followed
}

function follow(lap: Lap, hourMs: number, ahead: Crossing): Followed {
  return {
    car: ahead.lap.car,
    lapNumber: ahead.lap.lapNumber,
    intervalMs: hourMs - ahead.hourMs,
    lapsAhead: ahead.lap.lapNumber - lap.lapNumber,
  }
}
