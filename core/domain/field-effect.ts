import type { CarNumber } from './ids.ts'
import type { Lap } from './lap.ts'
import { median } from './quantile.ts'
import type { Quantity } from './quantity.ts'

/** What the track did to everyone on a lap: + is the whole field slower than on its typical lap. */
type LapEffect = { readonly effectMs: number; readonly cars: number }

/** The field effect by lap number, ascending, of the laps that have one (D11). */
export type FieldEffect = ReadonlyMap<number, LapEffect>

/** A time with the field effect taken out, beside the time that was driven. */
export type CorrectedLap = {
  readonly lapNumber: number
  readonly drivenMs: number
  readonly correctedMs: number
}

const lapsOfACar = 3
const carsOfALap = 5
const cycles = 10

/** One clean lap of the table that is polished; `car` and `lap` are its row and column. */
type Cell = { readonly car: number; readonly lap: number; readonly ms: number }

/**
 * Tukey's median polish (D11): time = the car's own + what the track did on that lap + a rest.
 * Takes the clean laps of one class. Medians, so that no single car or lap decides; exactly ten
 * cycles, so that everyone who computes it gets the same.
 */
export function fieldEffect(cleanLaps: readonly Lap[], quantity: Quantity): FieldEffect {
  const timed = cleanLaps.flatMap(({ car, lapNumber, timeMs }) => {
    const ms = timeMs[quantity]
    return ms === undefined ? [] : [{ car, lapNumber, ms }]
  })
  const perCar = Map.groupBy(timed, ({ car }) => car)
  const chosen = timed.filter(({ car }) => (perCar.get(car)?.length ?? 0) >= lapsOfACar)
  const perLap = Map.groupBy(chosen, ({ lapNumber }) => lapNumber)
  const lapNumbers = [...perLap]
    .filter(([, laps]) => laps.length >= carsOfALap)
    .map(([lapNumber]) => lapNumber)
    .sort((a, b) => a - b)

  const columnOf = new Map(lapNumbers.map((lapNumber, column) => [lapNumber, column]))
  const rowOf = new Map([...perCar.keys()].map((car, row) => [car, row]))
  const cells = chosen.flatMap(({ car, lapNumber, ms }) => {
    const lap = columnOf.get(lapNumber)
    const row = rowOf.get(car)
    return lap === undefined || row === undefined ? [] : [{ car: row, lap, ms }]
  })
  const effects = polished(cells, lapNumbers.length)
  return new Map(
    lapNumbers.map((lapNumber, column) => [
      lapNumber,
      { effectMs: effects[column] ?? 0, cars: perLap.get(lapNumber)?.length ?? 0 },
    ]),
  )
}

/** The effect of each column, their median being 0. */
function polished(cells: readonly Cell[], columns: number): number[] {
  if (columns === 0) return []
  const byCar = [...Map.groupBy(cells, ({ car }) => car).entries()]
  const byLap = [...Map.groupBy(cells, ({ lap }) => lap).entries()]
  const ofCar: number[] = []
  const ofLap = Array.from({ length: columns }, () => 0)
  for (let cycle = 0; cycle < cycles; cycle++) {
    for (const [car, own] of byCar) ofCar[car] = median(own.map((c) => c.ms - (ofLap[c.lap] ?? 0)))
    for (const [lap, own] of byLap) ofLap[lap] = median(own.map((c) => c.ms - (ofCar[c.car] ?? 0)))
  }
  const middle = median(ofLap)
  return ofLap.map((effect) => effect - middle)
}

/**
 * The corrected times of each car, laps ascending. A lap without a field effect is left out: it
 * cannot be compared. Every car of the class has an entry, if an empty one.
 */
export function correctedByCar(
  cleanLaps: readonly Lap[],
  quantity: Quantity,
  effect: FieldEffect,
): ReadonlyMap<CarNumber, readonly CorrectedLap[]> {
  const laps = cleanLaps.flatMap(({ car, lapNumber, timeMs }) => {
    const drivenMs = timeMs[quantity]
    const effectMs = effect.get(lapNumber)?.effectMs
    if (drivenMs === undefined || effectMs === undefined) return []
    return [{ car, lap: { lapNumber, drivenMs, correctedMs: drivenMs - effectMs } }]
  })
  const byCar = Map.groupBy(laps, ({ car }) => car)
  return new Map([...byCar].map(([car, own]) => [car, own.map(({ lap }) => lap)]))
}
