import { byCar } from './car-laps.ts'
import type { CarNumber } from './ids.ts'
import type { Lap } from './lap.ts'
import type { RaceTiming } from './race-timing.ts'

/** Position on the road at the end: most laps done, then the earlier race time, then file order (D18). */
export function positionsOnRoad(laps: readonly Lap[]): ReadonlyMap<CarNumber, number> {
  const ended = [...byCar(laps)].map(([car, own]) => {
    const last = own.at(-1)
    return { car, laps: last?.lapNumber ?? 0, elapsedMs: last?.elapsedMs ?? Infinity }
  })
  const ordered = ended.toSorted((a, b) => b.laps - a.laps || before(a.elapsedMs, b.elapsedMs))
  return new Map(ordered.map(({ car }, place) => [car, place + 1]))
}

/** Positions as the results file has them; a car that it does not place has none (D18). */
export function resultPositions(results: RaceTiming['results']): ReadonlyMap<CarNumber, number> {
  return new Map(
    results?.rows.flatMap(({ car, position }) =>
      position === undefined ? [] : [[car, position] as const],
    ),
  )
}

function before(a: number, b: number): number {
  return a === b ? 0 : a - b
}
