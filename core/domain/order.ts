import type { CarNumber } from './ids.ts'
import type { Lap } from './lap.ts'
import { present } from './present.ts'

/** Where a car was in the race when it ended a lap, against the others' same lap (D18). */
export type LapOrder = {
  readonly position: number
  /** To the car ahead in this order; both absent for the first. */
  readonly intervalMs?: number
  readonly carAhead?: CarNumber
  /** Position less that of the lap before, − is won; absent on the first lap. */
  readonly placesLost?: number
  /** Cars that were ahead a lap before and are behind now. */
  readonly passed: readonly CarNumber[]
  /** Cars that were behind a lap before and are ahead now. */
  readonly passedBy: readonly CarNumber[]
  /** Cars that were ahead a lap before and did not end this one. */
  readonly goneAhead: readonly CarNumber[]
}

/** Laps with a race time, by lap number, in the order in which they ended. */
type LapOfRace = { readonly lap: Lap; readonly elapsedMs: number }

/** The order at the end of every lap that has a race time; of equal times the first in the file is ahead. */
export function orderOf(laps: readonly Lap[]): ReadonlyMap<Lap, LapOrder> {
  const timed = laps.flatMap((lap) =>
    lap.elapsedMs === undefined ? [] : [{ lap, elapsedMs: lap.elapsedMs }],
  )
  const byLapNumber = Map.groupBy(timed, ({ lap }) => lap.lapNumber)
  const ordered = new Map(
    [...byLapNumber].map(([number, same]) => [
      number,
      same.toSorted((a, b) => a.elapsedMs - b.elapsedMs),
    ]),
  )
  return new Map(
    [...ordered].flatMap(([number, now]) => orderOfLap(now, ordered.get(number - 1) ?? [])),
  )
}

function orderOfLap(now: readonly LapOfRace[], before: readonly LapOfRace[]): [Lap, LapOrder][] {
  const carsNow = now.map(({ lap }) => lap.car)
  const carsBefore = before.map(({ lap }) => lap.car)
  const placeNow = new Set(carsNow)
  const placeBefore = new Map(carsBefore.map((car, place) => [car, place]))

  return now.map(({ lap, elapsedMs }, place) => {
    const ahead = now[place - 1]
    const from = placeBefore.get(lap.car)
    const cameFrom = (isSought: (other: number, own: number) => boolean) => (car: CarNumber) => {
      const other = placeBefore.get(car)
      return from !== undefined && other !== undefined && isSought(other, from)
    }
    const order = present({
      position: place + 1,
      intervalMs: ahead === undefined ? undefined : elapsedMs - ahead.elapsedMs,
      carAhead: ahead?.lap.car,
      placesLost: from === undefined ? undefined : place - from,
      passed: carsNow.slice(place + 1).filter(cameFrom((other, own) => other < own)),
      passedBy: carsNow.slice(0, place).filter(cameFrom((other, own) => other > own)),
      goneAhead: carsBefore.slice(0, from ?? 0).filter((car) => !placeNow.has(car)),
    })
    return [lap, order]
  })
}
