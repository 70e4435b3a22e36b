import { byCar } from './car-laps.ts'
import { followedOf, type Followed } from './followed.ts'
import type { CarNumber } from './ids.ts'
import type { Lap } from './lap.ts'
import type { LedgerLap } from './ledger.ts'
import { orderOf, type LapOrder } from './order.ts'

/** A race's laps with what is looked up about them again and again, computed once. */
export type RaceView = {
  readonly laps: readonly LedgerLap[]
  readonly cars: ReadonlyMap<CarNumber, readonly LedgerLap[]>
  readonly order: ReadonlyMap<Lap, LapOrder>
  readonly followed: ReadonlyMap<Lap, Followed>
  readonly lapOf: (car: CarNumber, lapNumber: number) => LedgerLap | undefined
}

/** Hand in the laps of one class to see places and cars followed within it. */
export function raceView(laps: readonly LedgerLap[]): RaceView {
  const cars = byCar(laps)
  const byNumber = new Map(
    [...cars].map(([car, own]) => [car, new Map(own.map((lap) => [lap.lapNumber, lap]))]),
  )
  return {
    laps,
    cars,
    order: orderOf(laps),
    followed: followedOf(laps),
    lapOf: (car, lapNumber) => byNumber.get(car)?.get(lapNumber),
  }
}
