import type { Followed } from './followed.ts'
import type { CarNumber } from './ids.ts'
import type { Lap } from './lap.ts'
import { median } from './quantile.ts'
import type { RaceView } from './race-view.ts'

/** Laps in a row that ended close behind the same car under green. */
export type FollowStretch = {
  readonly car: CarNumber
  readonly fromLap: number
  readonly toLap: number
  readonly laps: number
  readonly lapsWithinOneSecond: number
  readonly medianIntervalMs: number
  /** As in `Followed`: not 0 where one laps the other. */
  readonly lapsAhead: number
}

/** How many laps a car followed another closely under green, in a row or not. */
export type FollowCount = {
  readonly car: CarNumber
  readonly lapsWithinOneSecond: number
  readonly lapsWithinTwoSeconds: number
}

const oneSecondMs = 1_000
const closeMs = 2_000

type CloseLap = { readonly lapNumber: number; readonly followed: Followed }

/** The stretches of two laps or more within two seconds of one car; a lap under yellow or into the pits ends one. */
export function followStretches(own: readonly Lap[], race: RaceView): readonly FollowStretch[] {
  const runs: CloseLap[][] = []
  for (const close of closeLaps(own, race)) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (last !== undefined && continues(last, close)) run?.push(close)
    else runs.push([close])
  }
  return runs.filter((run) => run.length > 1).flatMap(stretchOf)
}

/** The cars followed within two seconds, those followed longest first. */
export function followCounts(own: readonly Lap[], race: RaceView): readonly FollowCount[] {
  const perCar = Map.groupBy(closeLaps(own, race), ({ followed }) => followed.car)
  return [...perCar]
    .map(([car, laps]) => ({
      car,
      lapsWithinOneSecond: withinOneSecond(laps),
      lapsWithinTwoSeconds: laps.length,
    }))
    .sort((a, b) => b.lapsWithinTwoSeconds - a.lapsWithinTwoSeconds)
}

function closeLaps(own: readonly Lap[], race: RaceView): readonly CloseLap[] {
  return own.flatMap((lap) => {
    const followed = race.followed.get(lap)
    const isRacing = lap.flagAtLine === 'green' || lap.flagAtLine === 'chequered'
    if (followed === undefined || !isRacing || lap.isInLap) return []
    return followed.intervalMs <= closeMs ? [{ lapNumber: lap.lapNumber, followed }] : []
  })
}

function continues(last: CloseLap, next: CloseLap): boolean {
  return (
    next.lapNumber === last.lapNumber + 1 &&
    next.followed.car === last.followed.car &&
    next.followed.lapsAhead === last.followed.lapsAhead
  )
}

function stretchOf(run: readonly CloseLap[]): FollowStretch[] {
  const [first] = run
  if (first === undefined) return []
  return [
    {
      car: first.followed.car,
      fromLap: first.lapNumber,
      toLap: first.lapNumber + run.length - 1,
      laps: run.length,
      lapsWithinOneSecond: withinOneSecond(run),
      medianIntervalMs: median(run.map(({ followed }) => followed.intervalMs)),
      lapsAhead: first.followed.lapsAhead,
    },
  ]
}

function withinOneSecond(laps: readonly CloseLap[]): number {
  return laps.filter(({ followed }) => followed.intervalMs <= oneSecondMs).length
}
