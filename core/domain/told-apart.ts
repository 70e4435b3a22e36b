import type { CarNumber } from './ids.ts'
import type { Lap } from './lap.ts'

/** What a row of an official list says of a car whose number alone may mean two cars. */
export type PrintedCar = {
  readonly printed: CarNumber
  readonly laps: number | undefined
  readonly bestLapMs: number | undefined
  readonly bestLapNumber: number | undefined
}

type Driven = {
  readonly car: CarNumber
  readonly timeOf: ReadonlyMap<number, number>
  readonly laps: number
}

/** The number on the car: '3' of '3-2', the second car printed '3' (D3). */
export function printedNumberOf(car: CarNumber): string {
  return car.split('-')[0] ?? car
}

/**
 * Which car each row of a results or best-laps file means (D18, D20). Cars printed alike are told
 * apart by the laps they did and their best lap; a car that no lap names keeps its printed number.
 * Undefined: one row more than there are cars of that number.
 */
export function tellApart(
  rows: readonly PrintedCar[],
  laps: readonly Lap[],
): readonly (CarNumber | undefined)[] {
  const carsOf = drivenCars(laps)
  const cars: (CarNumber | undefined)[] = rows.map(() => undefined)
  for (const [printed, numbered] of Map.groupBy(rows.entries(), ([, row]) => row.printed)) {
    const candidates = carsOf.get(printed) ?? [{ car: printed, timeOf: new Map(), laps: 0 }]
    for (const { index, car } of bestPairs(numbered, candidates)) cars[index] = car
  }
  return cars
}

/** Row and car, the pairs that agree best first, each row and each car once. */
function bestPairs(
  rows: readonly (readonly [number, PrintedCar])[],
  candidates: readonly Driven[],
): { readonly index: number; readonly car: CarNumber }[] {
  const pairs = rows.flatMap(([index, row]) =>
    candidates.map((driven) => ({ index, car: driven.car, score: agreement(row, driven) })),
  )
  const chosen: { readonly index: number; readonly car: CarNumber }[] = []
  // The sort keeps file order among equals.
  for (const { index, car } of pairs.toSorted((a, b) => b.score - a.score)) {
    if (!chosen.some((pair) => pair.index === index || pair.car === car))
      chosen.push({ index, car })
  }
  return chosen
}

/** A best lap driven to the millisecond on that lap says more than an equal count of laps. */
function agreement(row: PrintedCar, driven: Driven): number {
  const sameLaps = row.laps === driven.laps ? 1 : 0
  if (row.bestLapMs === undefined || row.bestLapNumber === undefined) return sameLaps
  return driven.timeOf.get(row.bestLapNumber) === row.bestLapMs ? sameLaps + 2 : sameLaps
}

function drivenCars(laps: readonly Lap[]): Map<string, readonly Driven[]> {
  const cars = Array.from(
    Map.groupBy(laps, (lap) => lap.car),
    ([car, own]): Driven => {
      const timed = own.flatMap((lap): [number, number][] =>
        lap.timeMs.lap === undefined ? [] : [[lap.lapNumber, lap.timeMs.lap]],
      )
      return { car, timeOf: new Map(timed), laps: own.length }
    },
  )
  return Map.groupBy(cars, ({ car }) => printedNumberOf(car))
}
