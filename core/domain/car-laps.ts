import type { CarNumber } from './ids.ts'
import type { Lap } from './lap.ts'

/** The laps of each car, cars and laps in file order. */
export function byCar<L extends Lap>(laps: readonly L[]): ReadonlyMap<CarNumber, readonly L[]> {
  return Map.groupBy(laps, (lap) => lap.car)
}

/** The laps of each class, classes in the order in which the file first names them. */
export function byClass<L extends Lap>(laps: readonly L[]): ReadonlyMap<string, readonly L[]> {
  return Map.groupBy(laps, (lap) => lap.carClass)
}
